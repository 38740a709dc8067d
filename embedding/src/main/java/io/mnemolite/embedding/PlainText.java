package io.mnemolite.embedding;

/** What is done to a text before a tokenizer or a wire format sees it. */
public final class PlainText {

    private static final char REPLACEMENT = '\uFFFD';

    private PlainText() {}

    /**
     * The first {@code maximumLength} UTF-16 units of {@code text}, never ending within a surrogate pair, with each lone
     * surrogate replaced by U+FFFD: native tokenizers and JSON writers take well-formed Unicode only.
     */
    public static String wellFormed(String text, int maximumLength) {
        String cut = cut(text, maximumLength);
        StringBuilder repaired = null;
        for (int i = 0; i < cut.length(); i++) {
            if (!Character.isSurrogate(cut.charAt(i))) {
                continue;
            }
            if (startsPair(cut, i)) {
                i++;
                continue;
            }
            if (repaired == null) {
                repaired = new StringBuilder(cut);
            }
            repaired.setCharAt(i, REPLACEMENT);
        }
        return repaired == null ? cut : repaired.toString();
    }

    private static String cut(String text, int maximumLength) {
        if (text.length() <= maximumLength) {
            return text;
        }
        return text.substring(0, startsPair(text, maximumLength - 1) ? maximumLength - 1 : maximumLength);
    }

    private static boolean startsPair(String text, int index) {
        return index >= 0
                && index + 1 < text.length()
                && Character.isSurrogatePair(text.charAt(index), text.charAt(index + 1));
    }
}
