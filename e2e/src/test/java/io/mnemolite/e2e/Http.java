package io.mnemolite.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A client of one server. */
public final class Http {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String url;

    public Http(String url) {
        this.url = url;
    }

    /** An answer: status, headers and body. */
    public record Answer(int status, HttpResponse<String> response) {

        public String body() {
            return response.body();
        }

        public JsonNode json() {
            return tree(response.body());
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** The id of the event in the body. */
        public String id() {
            return json().path("id").asText();
        }

        /** The sentence of an application error. */
        public String sentence() {
            return json().path("detail").asText();
        }

        /** The first violation of a validation error as {@code type loc}, such as {@code missing ["body","content"]}. */
        public String violation() {
            JsonNode first = json().path("detail").path(0);
            return first.path("type").asText() + " " + first.path("loc");
        }
    }

    /** The text as JSON. */
    public static JsonNode tree(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + text, e);
        }
    }

    /**
     * Hands over each line of an answer as it comes, until the server ends it.
     *
     * @throws AssertionError when it does not end in time
     */
    public void lines(HttpRequest request, Duration patience, Consumer<String> line) {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread reading = Thread.ofVirtual().start(() -> {
            try {
                lines(request, line);
            } catch (Throwable e) {
                failure.set(e);
            }
        });
        try {
            if (!reading.join(patience)) {
                reading.interrupt();
                throw new AssertionError("The answer to " + request + " did not end within " + patience);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
        if (failure.get() != null) {
            throw new AssertionError("The answer to " + request + " was not read", failure.get());
        }
    }

    /** As {@link #lines(HttpRequest, Duration, Consumer)}, for as long as it takes, or until this thread is interrupted. */
    public void lines(HttpRequest request, Consumer<String> line) {
        try {
            HttpResponse<Stream<String>> response = CLIENT.send(request, BodyHandlers.ofLines());
            try (Stream<String> lines = response.body()) {
                lines.forEach(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    public Answer post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    public Answer put(String path, String body, String... headers) {
        return send("PUT", path, body, headers);
    }

    public Answer patch(String path, String body, String... headers) {
        return send("PATCH", path, body, headers);
    }

    public Answer delete(String path) {
        return send("DELETE", path, "");
    }

    /** Stores one event. */
    public Answer store(String content, String metadata) {
        Answer answer = post("/v1/events/", "{\"content\":" + content + ",\"metadata\":" + metadata + "}");
        if (answer.status() != 201) {
            throw new AssertionError(answer.body());
        }
        return answer;
    }

    /** The path with parameters, each encoded as a form does it. */
    public static String query(String path, String... namesAndValues) {
        StringBuilder query = new StringBuilder(path);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            query.append(i == 0 ? '?' : '&')
                    .append(namesAndValues[i])
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return query.toString();
    }

    public Answer send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    public Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    public URI uri(String path) {
        return URI.create(url + path);
    }
}
