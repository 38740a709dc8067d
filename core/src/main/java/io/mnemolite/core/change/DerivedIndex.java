package io.mnemolite.core.change;

import java.util.Collection;
import java.util.Optional;

/**
 * A search index, derived from the store and rebuilt from it at any time.
 *
 * <ul>
 *   <li>One caller at a time is in {@link #apply} or {@link #clear}; {@link #commit} may run beside an apply.
 *   <li>Applying the same entities twice changes nothing; the last applied state of an entity wins.
 *   <li>What is applied is not durable before {@link #commit}; opening finds the last committed state and its position.
 *   <li>Failures are unchecked exceptions; after one the index must be cleared and filled again.
 * </ul>
 *
 * @param <I> identifies an entity
 * @param <E> an entity as it is indexed
 */
public interface DerivedIndex<I, E> extends AutoCloseable {

    /** Puts these entities in place of what is known of them, and removes those of {@code gone}. */
    void apply(Collection<E> present, Collection<I> gone);

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

    /** How many documents searches look through: an entity, or a part of one, each. */
    long documents();

    /** Size on disk in bytes. */
    long sizeInBytes();

    @Override
    void close();
}
