package io.mnemolite.benchmarks.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Requests that are not measured: set-up, counters, checks. */
public final class Api {

    public static final JsonMapper JSON = new JsonMapper();

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String base;

    public Api(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    public JsonNode get(String path) {
        return json(send(request(path).GET()));
    }

    public HttpResponse<byte[]> response(String path) {
        return send(request(path).GET());
    }

    public JsonNode post(String path, String body) {
        return json(send(request(path).POST(BodyPublishers.ofString(body))));
    }

    public JsonNode delete(String path) {
        return json(send(request(path).DELETE()));
    }

    /** Calls of every statement since the start, by its text; asking costs none. */
    public Map<String, Long> statementCalls() {
        Map<String, Long> calls = new TreeMap<>();
        for (JsonNode statement :
                get("/performance/database/slow-queries?limit=100").path("slow_queries")) {
            calls.put(statement.path("query").asText(), statement.path("calls").asLong());
        }
        return calls;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60));
    }

    private static JsonNode json(HttpResponse<byte[]> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(response + ": " + new String(response.body(), StandardCharsets.UTF_8));
            }
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
