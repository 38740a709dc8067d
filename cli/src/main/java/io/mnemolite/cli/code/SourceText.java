package io.mnemolite.cli.code;

import java.util.List;

/** Stored source on a terminal. */
final class SourceText {

    private SourceText() {}

    /** The lines, with their indentation and without characters that would steer the terminal. */
    static List<String> lines(String text) {
        return text.lines().map(SourceText::line).toList();
    }

    /** One line of it. */
    static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.chars().forEach(c -> {
            if (c == '\t') {
                line.append("    ");
            } else if (!Character.isISOControl(c)) {
                line.append((char) c);
            }
        });
        return line.toString();
    }
}
