package io.mnemolite.core.indexing;

import io.mnemolite.core.error.MnemoliteException;
import java.util.OptionalInt;

/** Vectors that are awaited, settled some at a time. */
@FunctionalInterface
public interface VectorWork {

    /**
     * Makes and stores some of the awaited vectors in one transaction; how many were settled, which may be none when what
     * awaited them changed meanwhile. Empty when none is awaited.
     *
     * @throws MnemoliteException when the store or the model cannot go on now
     */
    OptionalInt settleSome();
}
