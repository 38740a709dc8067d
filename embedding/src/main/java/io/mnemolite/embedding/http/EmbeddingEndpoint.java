package io.mnemolite.embedding.http;

import io.mnemolite.embedding.http.AnswerFormat.MalformedAnswerException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One exchange with the endpoint. What it says in words never reaches a message of ours: endpoints echo parts of texts
 * and keys. Redirects are not followed, for they would carry the key elsewhere.
 */
final class EmbeddingEndpoint implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final HttpEmbeddingSettings settings;
    private final URI route;
    private final HttpClient client;

    EmbeddingEndpoint(HttpEmbeddingSettings settings) {
        this.settings = settings;
        this.route = settings.route();
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /** The vectors of at least one text, or why there are none, after at most {@code atMost}. */
    Reply ask(List<String> texts, Duration atMost) throws InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> exchange = client.sendAsync(
                request(texts),
                BodyHandlers.limiting(BodyHandlers.ofByteArray(), AnswerFormat.maximumBytes(texts.size())));
        try {
            // The request's own time-out would end with the headers; this one covers the body too.
            return reply(exchange.get(atMost.toNanos(), TimeUnit.NANOSECONDS), texts.size());
        } catch (TimeoutException e) {
            return temporary("gave no complete answer within " + atMost.toMillis() + " ms", Duration.ZERO);
        } catch (ExecutionException e) {
            return temporary(
                    e.getCause() instanceof ConnectException
                            ? "cannot be reached"
                            : "broke off, or answered more than " + AnswerFormat.maximumBytes(texts.size()) + " bytes",
                    Duration.ZERO);
        } finally {
            exchange.cancel(true);
        }
    }

    private HttpRequest request(List<String> texts) {
        HttpRequest.Builder request = HttpRequest.newBuilder(route)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(AnswerFormat.request(settings.model(), texts)));
        ApiKey key = settings.apiKey();
        if (key != null) {
            request.header("Authorization", "Bearer " + key.value());
        }
        return request.build();
    }

    private Reply reply(HttpResponse<byte[]> response, int texts) {
        int status = response.statusCode();
        return switch (status) {
            case 200 -> vectors(response.body(), texts);
            case 400, 422 ->
                new Reply.Refused("The embedding endpoint " + route + " refused "
                        + (texts == 1 ? "the text" : "one of " + texts + " texts") + " with status " + status
                        + "; shorten the text, or check that the endpoint offers model " + settings.model() + ".");
            case 401, 403 -> lasting("refused the API key with status " + status + "; check the key");
            case 404 -> lasting("answered 404; check its address and that it offers model " + settings.model());
            case 413 -> lasting("finds " + texts + " texts too large for one request; make the batches smaller");
            case 408, 429 -> temporary("answered " + status, RetryAfter.of(response.headers()));
            default ->
                status >= 500
                        ? temporary("answered " + status, RetryAfter.of(response.headers()))
                        : lasting("answered " + status + " where 200 was expected; check its address");
        };
    }

    private Reply vectors(byte[] body, int texts) {
        try {
            return new Reply.Vectors(AnswerFormat.vectors(body, texts));
        } catch (MalformedAnswerException e) {
            return lasting("answered " + e.getMessage() + "; check that it speaks OpenAI's /v1/embeddings");
        }
    }

    private Reply.Failed temporary(String what, Duration retryAfter) {
        return new Reply.Failed(
                "The embedding endpoint " + route + " " + what + "; check that it runs, or try again later.",
                true,
                retryAfter);
    }

    private Reply.Failed lasting(String what) {
        return new Reply.Failed("The embedding endpoint " + route + " " + what + ".", false, Duration.ZERO);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
