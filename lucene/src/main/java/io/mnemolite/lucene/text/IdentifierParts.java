package io.mnemolite.lucene.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a token the way programmers compose names: {@code getUserName}, {@code user_name}, {@code user.name},
 * {@code HTTPServer}, {@code sha256}. Dots and commas between digits belong to a number and do not split.
 */
final class IdentifierParts {

    /** A token of more parts is no name but noise, such as an encoded key. */
    private static final int MAX_PARTS = 16;

    private IdentifierParts() {}

    /** The parts in order, without the token itself; empty when it does not fall apart. */
    static List<String> of(String token) {
        List<String> parts = new ArrayList<>(4);
        int start = 0;
        for (int i = 0; i <= token.length(); i++) {
            boolean isSeparator = i < token.length() && isSeparator(token, i);
            if (i == token.length() || isSeparator || startsPart(token, i)) {
                add(token.substring(start, i), token.length(), parts);
                start = isSeparator ? i + 1 : i;
            }
        }
        return parts.size() > MAX_PARTS ? List.of() : parts;
    }

    /** The token without the separators that writers choose freely: kebab-case, kebab_case and kebabCase are one name. */
    static String joined(String token) {
        StringBuilder joined = new StringBuilder(token.length());
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            if (c != '_' && c != '\'') {
                joined.append(c);
            }
        }
        return joined.toString();
    }

    private static void add(String part, int tokenLength, List<String> parts) {
        if (part.isEmpty()) {
            return;
        }
        if (part.length() < tokenLength) {
            parts.add(part);
        }
        int letters = 0;
        while (letters < part.length() && Character.isLetter(part.charAt(letters))) {
            letters++;
        }
        if (letters >= 2 && letters < part.length() && isDigits(part, letters)) {
            parts.add(part.substring(0, letters));
        }
    }

    private static boolean isDigits(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (!Character.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSeparator(String token, int i) {
        return switch (token.charAt(i)) {
            case '_', ':' -> true;
            case '.', ',', ';' -> !(isDigit(token, i - 1) && isDigit(token, i + 1));
            // l'homme and O'Neil, but not don't.
            case '\'' -> i <= 2 && token.length() - i > 3;
            default -> false;
        };
    }

    private static boolean isDigit(String token, int i) {
        return i >= 0 && i < token.length() && Character.isDigit(token.charAt(i));
    }

    private static boolean startsPart(String token, int i) {
        if (i == 0 || !Character.isUpperCase(token.charAt(i))) {
            return false;
        }
        char before = token.charAt(i - 1);
        boolean lowerFollows = i + 1 < token.length() && Character.isLowerCase(token.charAt(i + 1));
        return Character.isLowerCase(before)
                || (lowerFollows && (Character.isUpperCase(before) || Character.isDigit(before)));
    }
}
