package io.mnemolite.lucene.code;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * The distinct trigrams of a whole text: every three characters in a row, blanks and signs included, without regard to case. A
 * text that holds another one has all of its trigrams.
 */
final class TextTrigrams extends TokenStream {

    /** Part of the index format: raise it with every change of what comes out. */
    static final int VERSION = 1;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final long[] trigrams;
    private int next;

    TextTrigrams(CharSequence text) {
        int count = Math.max(0, text.length() - 2);
        long[] all = new long[count];
        for (int i = 0; i < count; i++) {
            all[i] = (long) folded(text.charAt(i)) << 32
                    | (long) folded(text.charAt(i + 1)) << 16
                    | folded(text.charAt(i + 2));
        }
        Arrays.sort(all);
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            if (distinct == 0 || all[distinct - 1] != all[i]) {
                all[distinct++] = all[i];
            }
        }
        this.trigrams = Arrays.copyOf(all, distinct);
    }

    static Set<String> of(CharSequence text) {
        Set<String> trigrams = new TreeSet<>();
        for (int i = 0; i + 2 < text.length(); i++) {
            trigrams.add("" + folded(text.charAt(i)) + folded(text.charAt(i + 1)) + folded(text.charAt(i + 2)));
        }
        return trigrams;
    }

    /** One character for all that are equal when case is ignored. */
    private static char folded(char c) {
        char folded = Character.toLowerCase(Character.toUpperCase(c));
        // Half a character is no term.
        return Character.isSurrogate(folded) ? '\uFFFD' : folded;
    }

    @Override
    public boolean incrementToken() {
        if (next == trigrams.length) {
            return false;
        }
        clearAttributes();
        long trigram = trigrams[next++];
        term.setEmpty()
                .append((char) (trigram >> 32 & 0xFFFF))
                .append((char) (trigram >> 16 & 0xFFFF))
                .append((char) (trigram & 0xFFFF));
        return true;
    }

    @Override
    public void reset() {
        next = 0;
    }
}
