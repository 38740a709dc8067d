package io.mnemolite.core.token;

/**
 * How many tokens a language model takes a text for. Every model family cuts text its own way, and what is promised is a
 * bound, so this errs on the high side: for English, source code and JSON by up to a factor of two over the vocabularies
 * that are published.
 */
public final class TokenCount {

    private static final int LETTERS_PER_TOKEN = 4;
    private static final int DIGITS_PER_TOKEN = 3;
    private static final int FOREIGN_LETTERS_PER_TOKEN = 2;
    private static final int SPACES_PER_TOKEN = 8;
    private static final int PER_FAR_CHARACTER = 2;

    /** From here on, with Hebrew and Arabic, vocabularies know hardly a part of a word. */
    private static final char FAR_SCRIPTS = '\u0590';

    /** From here on, with the scripts of India, a character may cost more than one token. */
    private static final char FARTHEST_SCRIPTS = '\u0900';

    private enum Kind {
        LETTERS,
        DIGITS,
        FOREIGN,
        SPACES,
        OTHER
    }

    private TokenCount() {}

    /** The estimate for a text. */
    public static int of(CharSequence text) {
        long tokens = 0;
        int length = text.length();
        int at = 0;
        while (at < length) {
            char first = text.charAt(at);
            Kind kind = kind(first);
            int end = at + 1;
            if (kind != Kind.OTHER) {
                while (end < length && kind(text.charAt(end)) == kind) {
                    end++;
                }
            }
            tokens += cost(kind, first, end - at);
            at = end;
        }
        return (int) Math.min(Integer.MAX_VALUE, tokens);
    }

    private static int cost(Kind kind, char first, int length) {
        return switch (kind) {
            case LETTERS -> up(length, LETTERS_PER_TOKEN);
            case DIGITS -> up(length, DIGITS_PER_TOKEN);
            case FOREIGN -> up(length, FOREIGN_LETTERS_PER_TOKEN);
            // A single space belongs to the word after it.
            case SPACES -> length == 1 ? 0 : up(length, SPACES_PER_TOKEN);
            case OTHER -> first >= FARTHEST_SCRIPTS ? PER_FAR_CHARACTER : 1;
        };
    }

    private static Kind kind(char character) {
        if ((character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')) {
            return Kind.LETTERS;
        }
        if (character >= '0' && character <= '9') {
            return Kind.DIGITS;
        }
        if (character == ' ') {
            return Kind.SPACES;
        }
        return character >= 0x80 && character < FAR_SCRIPTS && Character.isLetter(character)
                ? Kind.FOREIGN
                : Kind.OTHER;
    }

    private static int up(int length, int per) {
        return (length + per - 1) / per;
    }
}
