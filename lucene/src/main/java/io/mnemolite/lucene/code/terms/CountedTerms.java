package io.mnemolite.lucene.code.terms;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.util.BytesRef;

/**
 * Distinct terms, each with how often it occurs. The length of the text is the position of its last term, as
 * {@link CountedLength} reads it; the terms have no other position.
 */
public final class CountedTerms extends TokenStream {

    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
    private final PositionIncrementAttribute position = addAttribute(PositionIncrementAttribute.class);
    private final BytesRef shown;
    private final int[] ends;
    private final int[] counts;
    private final int length;
    private int next;

    /**
     * @param spellings the terms in UTF-8, one after the other
     * @param ends where each ends in {@code spellings}
     * @param counts how often each occurs, at least once
     * @param length of the text in tokens
     */
    CountedTerms(byte[] spellings, int[] ends, int[] counts, int length) {
        this.shown = new BytesRef(spellings, 0, 0);
        this.ends = ends;
        this.counts = counts;
        this.length = length;
    }

    @Override
    public boolean incrementToken() {
        if (next == ends.length) {
            return false;
        }
        clearAttributes();
        shown.offset = next == 0 ? 0 : ends[next - 1];
        shown.length = ends[next] - shown.offset;
        term.setBytesRef(shown);
        frequency.setTermFrequency(counts[next]);
        position.setPositionIncrement(next == 0 ? length : 0);
        next++;
        return true;
    }

    @Override
    public void reset() {
        next = 0;
    }
}
