package io.mnemolite.core.embedding;

/**
 * The space vectors can be compared in: the model that made them and their dimension.
 *
 * @param model the model's identity, for example {@code bge-small-en-v1.5-q}; never {@code client}
 * @param dimension the count of numbers in a vector, 1..4096
 */
public record EmbeddingSpace(String model, int dimension) {

    /** The highest dimension that can be searched. */
    public static final int MAX_DIMENSION = 4096;

    public EmbeddingSpace {
        if (model.isBlank() || model.equals(StoredVector.CLIENT)) {
            throw new IllegalArgumentException("Not a model's name: " + model);
        }
        if (dimension < 1 || dimension > MAX_DIMENSION) {
            throw new IllegalArgumentException("A dimension lies within 1.." + MAX_DIMENSION + ", not " + dimension);
        }
    }

    @Override
    public String toString() {
        return model + " (" + dimension + " dimensions)";
    }
}
