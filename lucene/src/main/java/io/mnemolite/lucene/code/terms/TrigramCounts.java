package io.mnemolite.lucene.code.terms;

import java.util.Arrays;

/** How often each trigram occurs. Open addressing over one long a trigram; used by one thread, again and again. */
final class TrigramCounts implements TrigramSink {

    /** Tells a trigram from an empty place. */
    private static final long PRESENT = 1L << 48;

    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;
    private static final int BYTES_PER_CHARACTER = 3;

    private long[] trigrams = new long[1 << 12];
    private int[] counts = new int[1 << 12];
    private int[] used = new int[1 << 11];
    private int distinct;
    private int total;

    @Override
    public void accept(char first, char second, char third) {
        if (distinct == used.length) {
            grow();
        }
        long trigram = PRESENT | ((long) first << 32) | ((long) second << 16) | third;
        int place = place(trigram);
        if (trigrams[place] == 0) {
            trigrams[place] = trigram;
            used[distinct++] = place;
        }
        counts[place]++;
        total++;
    }

    private int place(long trigram) {
        int mask = trigrams.length - 1;
        int place = (int) ((trigram * GOLDEN_RATIO) >>> 40) & mask;
        while (trigrams[place] != 0 && trigrams[place] != trigram) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void grow() {
        long[] oldTrigrams = trigrams;
        int[] oldCounts = counts;
        trigrams = new long[oldTrigrams.length * 2];
        counts = new int[trigrams.length];
        used = Arrays.copyOf(used, used.length * 2);
        for (int i = 0; i < distinct; i++) {
            int old = used[i];
            int place = place(oldTrigrams[old]);
            trigrams[place] = oldTrigrams[old];
            counts[place] = oldCounts[old];
            used[i] = place;
        }
    }

    /** What was counted; all counts are zero again. */
    CountedTerms take() {
        return take(true);
    }

    /** What was counted, as if each were there once; all counts are zero again. */
    CountedTerms takeDistinct() {
        return take(false);
    }

    private CountedTerms take(boolean counted) {
        byte[] spellings = new byte[distinct * 3 * BYTES_PER_CHARACTER];
        int[] ends = new int[distinct];
        int[] occurrences = new int[distinct];
        int end = 0;
        for (int i = 0; i < distinct; i++) {
            int place = used[i];
            long trigram = trigrams[place];
            end = spell((char) (trigram >>> 32), spellings, end);
            end = spell((char) (trigram >>> 16), spellings, end);
            end = spell((char) trigram, spellings, end);
            ends[i] = end;
            occurrences[i] = counted ? counts[place] : 1;
            trigrams[place] = 0;
            counts[place] = 0;
        }
        CountedTerms taken = new CountedTerms(spellings, ends, occurrences, total);
        distinct = 0;
        total = 0;
        return taken;
    }

    /** UTF-8 of a character that is no surrogate. */
    private static int spell(char c, byte[] spellings, int end) {
        if (c < 0x80) {
            spellings[end] = (byte) c;
            return end + 1;
        }
        if (c < 0x800) {
            spellings[end] = (byte) (0xC0 | (c >> 6));
            spellings[end + 1] = (byte) (0x80 | (c & 0x3F));
            return end + 2;
        }
        spellings[end] = (byte) (0xE0 | (c >> 12));
        spellings[end + 1] = (byte) (0x80 | ((c >> 6) & 0x3F));
        spellings[end + 2] = (byte) (0x80 | (c & 0x3F));
        return end + 3;
    }
}
