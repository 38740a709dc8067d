package io.mnemolite.lucene.code.terms;

import java.util.Set;
import java.util.TreeSet;

/**
 * The trigrams of a whole text: every three characters in a row, blanks and signs included, without regard to case. A text
 * that holds another one has all of its trigrams.
 */
public final class TextTrigrams {

    /** Part of the index format: raise it with every change of what comes out. */
    public static final int VERSION = 1;

    private TextTrigrams() {}

    /** Each trigram once. */
    public static Set<String> of(CharSequence text) {
        Set<String> trigrams = new TreeSet<>();
        each(text, (first, second, third) -> trigrams.add("" + first + second + third));
        return trigrams;
    }

    static void each(CharSequence text, TrigramSink sink) {
        if (text.length() < 3) {
            return;
        }
        char first = folded(text.charAt(0));
        char second = folded(text.charAt(1));
        for (int i = 2; i < text.length(); i++) {
            char third = folded(text.charAt(i));
            sink.accept(first, second, third);
            first = second;
            second = third;
        }
    }

    /** One character for all that are equal when case is ignored. */
    private static char folded(char c) {
        if (c < 0x80) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        char folded = Character.toLowerCase(Character.toUpperCase(c));
        // Half a character is no term.
        return Character.isSurrogate(folded) ? '\uFFFD' : folded;
    }
}
