package io.mnemolite.server.wiring;

import io.mnemolite.core.embedding.Embedder;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.EmbeddingPolicy;
import io.mnemolite.core.event.EmbeddingPolicy.FailureStrategy;
import io.mnemolite.core.event.SourceText;
import io.mnemolite.embedding.MockEmbedder;
import io.mnemolite.embedding.http.ApiKey;
import io.mnemolite.embedding.http.HttpEmbedder;
import io.mnemolite.embedding.http.HttpEmbeddingSettings;
import io.mnemolite.embedding.onnx.OnnxEmbedder;
import io.mnemolite.server.config.Configuration;
import io.mnemolite.server.config.EmbeddingConfiguration;
import io.mnemolite.server.config.EmbeddingModel;
import java.nio.file.Path;

/** Which model, and how events get their vectors. */
final class Embedders {

    private Embedders() {}

    static Embedder of(Configuration configuration) {
        EmbeddingConfiguration embedding = configuration.embedding();
        Path runtime = configuration.storage().runtime();
        Embedder embedder = switch (embedding.model()) {
            case EmbeddingModel.Mock mock -> new MockEmbedder(mock.dimension());
            case EmbeddingModel.BuiltIn() -> OnnxEmbedder.builtIn(runtime, embedding.threads());
            case EmbeddingModel.Directory directory ->
                OnnxEmbedder.directory(directory.path(), runtime, embedding.threads());
            case EmbeddingModel.Endpoint endpoint -> endpoint(endpoint, embedding);
        };
        Integer wanted = embedding.dimension();
        int dimension = embedder.space().dimension();
        if (wanted != null && wanted != dimension) {
            embedder.close();
            throw new MnemoliteException(
                    ErrorCode.CONFIGURATION,
                    "EMBEDDING_DIMENSION is " + wanted + ", but the model "
                            + embedder.space().model() + " makes vectors of " + dimension + "; set it to " + dimension
                            + ", leave it out, or choose another model.");
        }
        return embedder;
    }

    /** Loads a model of this process; an endpoint is asked when there is something to embed. */
    static void warmUp(Embedder embedder) {
        if (embedder instanceof OnnxEmbedder local) {
            local.warmUp();
        }
    }

    private static Embedder endpoint(EmbeddingModel.Endpoint endpoint, EmbeddingConfiguration embedding) {
        Integer dimension = embedding.dimension();
        HttpEmbeddingSettings settings = HttpEmbeddingSettings.of(
                endpoint.base(),
                endpoint.model(),
                endpoint.apiKey() == null ? null : new ApiKey(endpoint.apiKey().reveal()),
                dimension == null ? HttpEmbeddingSettings.LEARNED : dimension);
        return new HttpEmbedder(settings.withTimeout(endpoint.timeout()));
    }

    static EmbeddingPolicy policy(Configuration configuration) {
        EmbeddingConfiguration embedding = configuration.embedding();
        FailureStrategy failure = switch (embedding.failStrategy()) {
            case SOFT -> FailureStrategy.SOFT;
            case HARD -> FailureStrategy.HARD;
        };
        return new EmbeddingPolicy(embedding.autoGenerate(), failure, new SourceText(embedding.sourceFields()));
    }
}
