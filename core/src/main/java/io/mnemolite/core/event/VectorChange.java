package io.mnemolite.core.event;

import io.mnemolite.core.embedding.StoredVector;

/** What a replacement of an event's content does to its vector. */
public sealed interface VectorChange {

    /** The vector stays: the embedded text is the same, or the vector is the client's own. */
    record Keep() implements VectorChange {}

    /** The vector of the new text. */
    record Set(StoredVector vector) implements VectorChange {}

    /** No vector now; when {@code awaited}, the background job makes one. */
    record Clear(boolean awaited) implements VectorChange {}
}
