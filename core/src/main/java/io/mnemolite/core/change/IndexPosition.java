package io.mnemolite.core.change;

/**
 * How far along the store's change log an index is: every change up to (xid, seq), in that order, is in it.
 *
 * @param store which store, as one text: system identifier, timeline, generation and embedding space; an index of
 *     another one is worthless
 */
public record IndexPosition(String store, long xid, long seq) {

    /** Whether this is at least as far along as {@code other}, a position of the same store. */
    public boolean reaches(IndexPosition other) {
        return xid > other.xid || (xid == other.xid && seq >= other.seq);
    }
}
