package io.mnemolite.core.change;

import java.util.List;

/**
 * The store's log of changes to entities of one kind. Rows of transactions that may still be running are never shown, so that
 * a position, once passed, never gains a row behind it. Logs of different kinds lie in one store, and their positions are
 * comparable, but each is followed and pruned alone. Blocking; failures as in
 * {@link io.mnemolite.core.event.EventStore}.
 *
 * @param <I> identifies what changed
 */
public interface ChangeLog<I> {

    /** A position such that every change not yet visible, and every later one, comes after it; read it before a scan. */
    IndexPosition horizon();

    /** A position that comes after every change committed so far, visible yet or not. */
    IndexPosition frontier();

    /**
     * Whether tailing from {@code position} shows every change since: it is of this store, not ahead of it, and not behind
     * what has been pruned.
     */
    boolean covers(IndexPosition position);

    /** The changes after {@code position} in (xid, seq) order, at most {@code limit}. */
    List<Change<I>> after(IndexPosition position, int limit);

    /** Forgets changes up to {@code position} that are older than a day, and records that floor in the same transaction. */
    void prune(IndexPosition position);
}
