package io.mnemolite.core.embedding;

/**
 * A vector and who made it.
 *
 * @param model the model's name, or {@link #CLIENT} for a vector that came with the request and is never altered
 */
public record StoredVector(String model, EmbeddingVector vector) {

    /** The model name of vectors given by clients. */
    public static final String CLIENT = "client";

    public boolean isClients() {
        return model.equals(CLIENT);
    }
}
