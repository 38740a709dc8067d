package io.mnemolite.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines of a width. */
public final class Wrapping {

    private Wrapping() {}

    /**
     * At most {@code lines} lines of at most {@code width} characters; white space collapses, control characters are
     * dropped (a stored text must not steer the terminal), a word longer than a line is cut, and what does not fit ends
     * in {@code …}.
     */
    public static List<String> wrap(String text, int width, int lines) {
        String rest = printable(text);
        List<String> wrapped = new ArrayList<>();
        while (!rest.isEmpty()) {
            if (wrapped.size() == lines) {
                String last = wrapped.removeLast();
                wrapped.add(
                        last.substring(0, Math.min(last.length(), width - 1)).stripTrailing() + "…");
                break;
            }
            int end = lineEnd(rest, width);
            wrapped.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        return wrapped;
    }

    /** The text on one line, without control characters. */
    public static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c)) {
                gap = !printable.isEmpty();
            } else if (!Character.isISOControl(c)) {
                if (gap) {
                    printable.append(' ');
                    gap = false;
                }
                printable.append(c);
            }
        }
        return printable.toString();
    }

    private static int lineEnd(String text, int width) {
        if (text.length() <= width) {
            return text.length();
        }
        int space = text.lastIndexOf(' ', width);
        if (space > 0) {
            return space;
        }
        return Character.isHighSurrogate(text.charAt(width - 1)) && width > 1 ? width - 1 : width;
    }
}
