package io.mnemolite.core.search;

import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventId;
import java.util.Collection;
import java.util.Optional;

/**
 * The search index of events, derived from the store and rebuilt from it at any time.
 *
 * <ul>
 *   <li>One caller at a time is in {@link #apply} or {@link #clear}; {@link #commit} may run beside an apply; snapshots are
 *       taken concurrently.
 *   <li>Applying the same events twice changes nothing; the last applied state of an event wins.
 *   <li>What is applied is not durable before {@link #commit}; opening finds the last committed state and its position.
 *   <li>Failures are unchecked exceptions; after one the index must be cleared and filled again.
 * </ul>
 */
public interface EventIndex extends AutoCloseable {

    /** Puts these events in place of what is known of them, and removes those of {@code gone}. */
    void apply(Collection<Event> present, Collection<EventId> gone);

    /** A view that covers every {@link #apply} that returned before this call. */
    IndexSnapshot snapshot();

    /** Removes everything, the committed position too. */
    void clear();

    /**
     * Makes everything applied before this call durable, together with the position it covers. What is applied meanwhile
     * may or may not be part of it, and does not wait for it.
     */
    void commit(IndexPosition position);

    /**
     * Brings the index into the form on which searches are fastest, in the background, and makes what was reached so far
     * durable with the position of the last commit. To be called now and then while nothing is applied.
     */
    default void consolidate() {}

    /** The position of the last commit; empty after {@link #clear}, on a new index and when it could not be read. */
    Optional<IndexPosition> committedPosition();

    /** Size on disk in bytes. */
    long sizeInBytes();

    @Override
    void close();
}
