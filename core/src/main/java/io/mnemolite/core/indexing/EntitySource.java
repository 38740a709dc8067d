package io.mnemolite.core.indexing;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an index is derived from: the entities of one kind in the store of record. Reads are blocking and fail as those of the
 * store do.
 *
 * @param <I> identifies an entity
 * @param <E> an entity as it is indexed
 */
public interface EntitySource<I, E> {

    /** What the index is called in sentences, such as {@code search index}. */
    String indexName();

    /** What the entities are called in sentences, such as {@code events}. */
    String plural();

    /** How many entities are read at once when the index is filled. */
    int scannedAtOnce();

    /** How many entities are read at once when changes are applied. */
    int appliedAtOnce();

    I id(E entity);

    long revision(E entity);

    long vectorRevision(E entity);

    /** How many there are. */
    long count();

    /** Entities in id order, at most {@code limit}, with an id greater than {@code after} (from the start without it). */
    List<E> scan(@Nullable I after, int limit);

    /** The entities of these ids that exist, in no particular order, each once. */
    List<E> findAll(Collection<I> ids);
}
