package io.mnemolite.core.indexing;

import io.mnemolite.core.search.IndexPosition;
import java.util.List;

/**
 * The store's log of changes. Rows of transactions that may still be running are never shown, so that a position, once
 * passed, never gains a row behind it. Blocking; failures as in {@link io.mnemolite.core.event.EventStore}.
 */
public interface ChangeLog {

    /** A position such that every change not yet visible, and every later one, comes after it; read it before a scan. */
    IndexPosition horizon();

    /**
     * Whether tailing from {@code position} shows every change since: it is of this store, not ahead of it, and not behind
     * what has been pruned.
     */
    boolean covers(IndexPosition position);

    /** The changes after {@code position} in (xid, seq) order, at most {@code limit}. */
    List<Change> after(IndexPosition position, int limit);

    /** Forgets changes up to {@code position} that are older than a day, and records that floor in the same transaction. */
    void prune(IndexPosition position);
}
