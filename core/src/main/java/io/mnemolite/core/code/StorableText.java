package io.mnemolite.core.code;

import java.util.Optional;

/** Text that a store can hold and give back unchanged: without the NUL character and without halves of characters. */
public final class StorableText {

    private StorableText() {}

    /** What keeps the text from being stored, as a sentence; empty when nothing does. */
    public static Optional<String> problem(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return Optional.of("it holds the NUL character (U+0000) at position " + i + ", so it is no text.");
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return Optional.of(String.format(
                            "it holds half of a character (the lone surrogate U+%04X) at position %d.", (int) c, i));
                }
                i++;
            }
        }
        return Optional.empty();
    }

    /** The text with U+FFFD for what cannot be stored. */
    public static String repaired(String text) {
        if (problem(text).isEmpty()) {
            return text;
        }
        StringBuilder repaired = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? 0xFFFD : c)
                .forEach(repaired::appendCodePoint);
        return repaired.toString();
    }

    /** @throws IllegalArgumentException when the text cannot be stored */
    public static void require(String text, String what) {
        problem(text).ifPresent(problem -> {
            throw new IllegalArgumentException("The " + what + " cannot be stored: " + problem);
        });
    }
}
