package io.mnemolite.core.change;

import io.mnemolite.core.embedding.EmbeddingSpace;
import java.util.List;
import java.util.Optional;

/**
 * An in-memory store that keeps its change log for ever.
 *
 * @param <I> identifies what changes
 */
public interface ChangeRecord<I> {

    /** A copy of every change so far, in the order they were made. */
    List<RecordedChange<I>> changes();

    /** The space that the stored vectors of models belong to; positions of another one are worthless. */
    Optional<EmbeddingSpace> space();
}
