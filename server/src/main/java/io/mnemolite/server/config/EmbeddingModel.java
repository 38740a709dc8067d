package io.mnemolite.server.config;

import io.mnemolite.server.config.option.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What turns texts into vectors. */
public sealed interface EmbeddingModel {

    /**
     * Deterministic unit vectors from a hash of the text.
     *
     * @param dimension the count of numbers in a vector
     */
    record Mock(int dimension) implements EmbeddingModel {

        static final int DEFAULT_DIMENSION = 384;
    }

    /** The model that the product brings along. */
    record BuiltIn() implements EmbeddingModel {

        public static final String NAME = "bge-small-en-v1.5";
    }

    /**
     * A directory that holds an ONNX model and its tokenizer.
     *
     * @param path absolute; existed when the configuration was read
     */
    record Directory(Path path) implements EmbeddingModel {}

    /**
     * A server that speaks OpenAI's embedding API.
     *
     * @param base its address up to and without {@code /embeddings}
     * @param model the name it knows the model by
     * @param apiKey what it wants to be shown; null: nothing
     * @param timeout how long one call may take
     */
    record Endpoint(URI base, String model, @Nullable Secret apiKey, Duration timeout) implements EmbeddingModel {}
}
