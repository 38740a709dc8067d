package io.mnemolite.deployment.slot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Speaks HTTP to the server of a slot, past the balancer. */
public final class SlotClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final String url;
    private final @Nullable String apiKey;

    /** @param apiKey what a protected server wants to be shown */
    public SlotClient(int port, @Nullable String apiKey) {
        this.url = "http://127.0.0.1:" + port;
        this.apiKey = apiKey;
    }

    /**
     * An answer, or none.
     *
     * @param status 0 when there was no answer
     * @param millis how long it took
     */
    public record Answer(int status, JsonNode body, double millis) {

        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }
    }

    public Answer get(String path) {
        return get(path, PATIENCE);
    }

    public Answer get(String path, Duration patience) {
        return send(HttpRequest.newBuilder(URI.create(url + path)).timeout(patience));
    }

    /** As if nobody had answered. */
    Answer none() {
        return new Answer(0, MissingNode.getInstance(), 0);
    }

    public Answer post(String path, JsonNode body) {
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    public Answer patch(String path, JsonNode body) {
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(body.toString())));
    }

    public Answer delete(String path) {
        return send(
                HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE).DELETE());
    }

    private Answer send(HttpRequest.Builder request) {
        if (apiKey != null) {
            request.header("Authorization", "Bearer " + apiKey);
        }
        long begin = System.nanoTime();
        try {
            HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
            double millis = (System.nanoTime() - begin) / 1e6;
            return new Answer(response.statusCode(), tree(response.body()), millis);
        } catch (IOException e) {
            return new Answer(0, MissingNode.getInstance(), (System.nanoTime() - begin) / 1e6);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(0, MissingNode.getInstance(), (System.nanoTime() - begin) / 1e6);
        }
    }

    private static JsonNode tree(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
