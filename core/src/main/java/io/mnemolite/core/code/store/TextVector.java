package io.mnemolite.core.code.store;

import io.mnemolite.core.code.Sha256;
import io.mnemolite.core.embedding.EmbeddingVector;
import org.jspecify.annotations.Nullable;

/**
 * The vector that a model made of a text.
 *
 * @param vector null for a text that the model refuses for good
 */
public record TextVector(Sha256 textHash, @Nullable EmbeddingVector vector) {}
