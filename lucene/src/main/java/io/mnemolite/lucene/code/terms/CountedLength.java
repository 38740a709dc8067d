package io.mnemolite.lucene.code.terms;

import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.util.SmallFloat;

/**
 * BM25 whose length of a text is its last position. Without gaps that is what Lucene counts, all tokens but those at the
 * position of another, and unlike that count it does not depend on how often a token stands for several occurrences.
 */
public final class CountedLength extends BM25Similarity {

    @Override
    public long computeNorm(FieldInvertState state) {
        return SmallFloat.intToByte4(state.getPosition() + 1);
    }
}
