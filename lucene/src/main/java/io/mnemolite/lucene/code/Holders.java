package io.mnemolite.lucene.code;

import java.io.IOException;
import org.apache.lucene.index.PostingsEnum;
import org.jspecify.annotations.Nullable;

/** The documents of a segment that hold a term, asked in ascending order. */
final class Holders {

    private Holders() {}

    /**
     * Whether a document is one of them.
     *
     * @param holders none when the segment has no such term
     * @param document not before the last one that was asked for
     */
    static boolean hold(@Nullable PostingsEnum holders, int document) throws IOException {
        if (holders == null) {
            return false;
        }
        return (holders.docID() < document ? holders.advance(document) : holders.docID()) == document;
    }
}
