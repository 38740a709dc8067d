package io.mnemolite.server.rest;

import io.mnemolite.core.embedding.EmbeddingSpace;

/**
 * What a request may hold.
 *
 * @param space the model whose vectors are searched, and their dimension
 */
public record WireLimits(EmbeddingSpace space) {

    /** The count of numbers in a vector. */
    public int dimension() {
        return space.dimension();
    }
}
