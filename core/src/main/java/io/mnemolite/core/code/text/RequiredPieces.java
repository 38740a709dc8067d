package io.mnemolite.core.code.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The pieces of text that every match of a regular expression holds, as far as they are plain to see. Pieces that are missed
 * cost time, a piece too many would cost matches; so whatever is not certain ends a piece.
 */
final class RequiredPieces {

    private final String expression;
    private final List<String> pieces = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();
    private int at;

    private RequiredPieces(String expression) {
        this.expression = expression;
    }

    /** Empty when nothing is certain. */
    static List<String> of(String expression) {
        return new RequiredPieces(expression).read();
    }

    private List<String> read() {
        while (at < expression.length()) {
            char c = expression.charAt(at++);
            switch (c) {
                case '|' -> {
                    return List.of();
                }
                case '(' -> {
                    flush();
                    skipGroup();
                }
                case '[' -> {
                    flush();
                    skipClass();
                }
                case '*', '?' -> flushWithoutLast();
                case '{' -> {
                    flushWithoutLast();
                    skipTo('}');
                }
                case '+', '.', '^', '$', ')', ']', '}' -> flush();
                case '\\' -> {
                    if (!readEscape()) {
                        return List.of();
                    }
                }
                default -> run.append(c);
            }
        }
        flush();
        return pieces;
    }

    /** Whether it is clear what the escape means. */
    private boolean readEscape() {
        if (at == expression.length()) {
            return true;
        }
        char c = expression.charAt(at++);
        if (c == 'Q') {
            return false;
        }
        if (Character.isLetterOrDigit(c)) {
            flush();
            if ((c == 'p' || c == 'P' || c == 'x') && at < expression.length()) {
                if (expression.charAt(at) == '{') {
                    skipTo('}');
                } else {
                    at += c == 'x' ? 2 : 1;
                }
            } else if (Character.isDigit(c)) {
                while (at < expression.length() && Character.isDigit(expression.charAt(at))) {
                    at++;
                }
            }
        } else {
            run.append(c);
        }
        return true;
    }

    private void skipGroup() {
        int depth = 1;
        while (at < expression.length() && depth > 0) {
            switch (expression.charAt(at++)) {
                case '\\' -> {
                    if (expression.startsWith("Q", at)) {
                        int end = expression.indexOf("\\E", at);
                        at = end < 0 ? expression.length() : end + 2;
                    } else {
                        at++;
                    }
                }
                case '[' -> skipClass();
                case '(' -> depth++;
                case ')' -> depth--;
                default -> {
                    // Part of the group.
                }
            }
        }
    }

    /** A bracket that comes first is a member of its class. */
    private void skipClass() {
        if (expression.startsWith("^", at)) {
            at++;
        }
        if (expression.startsWith("]", at)) {
            at++;
        }
        while (at < expression.length()) {
            char c = expression.charAt(at++);
            if (c == '\\') {
                at++;
            } else if (c == '[' && expression.startsWith(":", at)) {
                int end = expression.indexOf(":]", at);
                at = end < 0 ? at : end + 2;
            } else if (c == ']') {
                return;
            }
        }
    }

    private void skipTo(char end) {
        int found = expression.indexOf(end, at);
        at = found < 0 ? expression.length() : found + 1;
    }

    /** What comes before a quantifier that allows for none is not required; half a character is no character. */
    private void flushWithoutLast() {
        if (!run.isEmpty()) {
            boolean isPair = run.length() > 1 && Character.isLowSurrogate(run.charAt(run.length() - 1));
            run.setLength(run.length() - (isPair ? 2 : 1));
        }
        flush();
    }

    private void flush() {
        if (!run.isEmpty()) {
            pieces.add(run.toString());
            run.setLength(0);
        }
    }
}
