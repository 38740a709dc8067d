package io.mnemolite.embedding.http;

import io.mnemolite.core.embedding.EmbeddingSpace;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an endpoint is asked.
 *
 * @param baseUrl {@code http} or {@code https}, with or without {@code /v1} and {@code /embeddings} at its end
 * @param model the model's name as the endpoint knows it
 * @param apiKey sent as a bearer token, when there is one
 * @param dimension the dimension of the model's vectors, or {@link #LEARNED}
 * @param requestTimeout the longest time of one attempt; the current request's deadline may shorten it
 * @param batchSize how many texts one request holds at most
 * @param attempts how often a batch is tried, at least once
 * @param maximumTextLength how many UTF-16 units of a text are sent; endpoints refuse texts beyond their model's limit
 */
public record HttpEmbeddingSettings(
        URI baseUrl,
        String model,
        @Nullable ApiKey apiKey,
        int dimension,
        Duration requestTimeout,
        int batchSize,
        int attempts,
        int maximumTextLength) {

    /** The dimension is that of the endpoint's first answer. */
    public static final int LEARNED = 0;

    private static final String ROUTE = "/embeddings";

    public HttpEmbeddingSettings {
        check(
                "http".equals(baseUrl.getScheme()) || "https".equals(baseUrl.getScheme()),
                "The embedding endpoint's address must begin with http:// or https://.");
        check(
                baseUrl.getHost() != null
                        && baseUrl.getRawUserInfo() == null
                        && baseUrl.getRawQuery() == null
                        && baseUrl.getRawFragment() == null,
                "The embedding endpoint's address must consist of a host, a port and a path only; give a secret as API"
                        + " key.");
        check(!model.isBlank(), "The embedding endpoint needs the name of a model.");
        check(
                dimension >= 0 && dimension <= EmbeddingSpace.MAX_DIMENSION,
                "The dimension of the embedding endpoint's vectors lies within 1.." + EmbeddingSpace.MAX_DIMENSION
                        + ", or is 0 to be learned, not " + dimension + ".");
        check(
                requestTimeout.isPositive(),
                "The time-out of the embedding endpoint must be positive, not " + requestTimeout + ".");
        check(
                batchSize >= 1 && attempts >= 1 && maximumTextLength >= 1,
                "Batch size, attempts and text length of the embedding endpoint are at least 1, not " + batchSize + ", "
                        + attempts + " and " + maximumTextLength + ".");
    }

    /** Settings that suit most endpoints: 10 s an attempt, 3 attempts, 32 texts of 8,000 units a request. */
    public static HttpEmbeddingSettings of(URI baseUrl, String model, @Nullable ApiKey apiKey, int dimension) {
        return new HttpEmbeddingSettings(baseUrl, model, apiKey, dimension, Duration.ofSeconds(10), 32, 3, 8_000);
    }

    /** The same with another time-out of one request. */
    public HttpEmbeddingSettings withTimeout(Duration timeout) {
        return new HttpEmbeddingSettings(
                baseUrl, model, apiKey, dimension, timeout, batchSize, attempts, maximumTextLength);
    }

    /** The address that texts are posted to. */
    public URI route() {
        String path = baseUrl.getPath().replaceFirst("/+$", "");
        String full = path.endsWith(ROUTE) ? path : (path.isEmpty() ? "/v1" : path) + ROUTE;
        try {
            return new URI(baseUrl.getScheme(), null, baseUrl.getHost(), baseUrl.getPort(), full, null, null);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("A checked address became malformed.", e);
        }
    }

    private static void check(boolean holds, String sentence) {
        if (!holds) {
            throw new MnemoliteException(ErrorCode.CONFIGURATION, sentence);
        }
    }
}
