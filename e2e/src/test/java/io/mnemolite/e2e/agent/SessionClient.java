package io.mnemolite.e2e.agent;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.e2e.Http;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;

/** A client in a session over Streamable HTTP; any number of threads may use it. */
final class SessionClient implements McpClient {

    static final String LATEST = "2025-11-25";
    static final String ROOT = "/mcp";

    private static final String SESSION = "Mcp-Session-Id";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Http http;
    private final String path;
    private final String[] further;
    private final AtomicLong ids = new AtomicLong();
    private JsonNode initialized = Http.tree("{}");
    private String session = "";

    private SessionClient(Http http, String path, String... further) {
        this.http = http;
        this.path = path;
        this.further = further;
    }

    static SessionClient connect(Http http) {
        return connect(http, ROOT, LATEST);
    }

    static SessionClient of(Http http, String project) {
        return connect(http, ROOT + "/" + project, LATEST);
    }

    /** @param further headers, names and values in turn */
    static SessionClient connect(Http http, String path, String version, String... further) {
        SessionClient client = new SessionClient(http, path, further);
        McpAnswer answer = client.post(Messages.initialize(client.ids.incrementAndGet(), version));
        if (answer.status() != 200) {
            throw new AssertionError(answer.http().body());
        }
        client.session = answer.http().header(SESSION);
        client.initialized = answer.response().path("result");
        client.post(Messages.notification("notifications/initialized"));
        return client;
    }

    /** The result of {@code initialize}. */
    JsonNode initialized() {
        return initialized;
    }

    String session() {
        return session;
    }

    @Override
    public JsonNode request(String method, Map<String, ?> params) {
        return ask(method, params).response();
    }

    /** As {@link #request}, with all that came over the wire. */
    McpAnswer ask(String method, Map<String, ?> params) {
        return post(Messages.request(ids.incrementAndGet(), method, params));
    }

    /**
     * As {@link #request}, but hears what comes before the response as it comes.
     *
     * @param heard takes the request's id and a message
     */
    JsonNode listen(String method, Map<String, ?> params, BiConsumer<Long, JsonNode> heard) {
        long id = ids.incrementAndGet();
        HttpRequest request = request(
                PATIENCE,
                http,
                path,
                Messages.request(id, method, params).toString(),
                concat(further, SESSION, session, "MCP-Protocol-Version", version()));
        AtomicReference<JsonNode> response = new AtomicReference<>();
        http.lines(
                request,
                PATIENCE,
                line -> Messages.data(line).map(Http::tree).ifPresent(message -> {
                    if (message.path("id").asLong() == id) {
                        response.set(message);
                    } else {
                        heard.accept(id, message);
                    }
                }));
        return Objects.requireNonNull(response.get(), "The stream ended without a response");
    }

    McpAnswer post(JsonNode message) {
        return session.isEmpty()
                ? post(http, path, message.toString(), further)
                : post(
                        http,
                        path,
                        message.toString(),
                        concat(further, SESSION, session, "MCP-Protocol-Version", version()));
    }

    private String version() {
        return initialized.path("protocolVersion").asText();
    }

    /** Sends any body. */
    static McpAnswer post(Http http, String path, String body, String... headers) {
        return post(PATIENCE, http, path, body, headers);
    }

    /**
     * Sends any body.
     *
     * @throws java.io.UncheckedIOException when no answer comes in time
     */
    static McpAnswer post(Duration patience, Http http, String path, String body, String... headers) {
        return new McpAnswer(http.send(request(patience, http, path, body, headers)));
    }

    private static HttpRequest request(Duration patience, Http http, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(http.uri(path))
                .timeout(patience)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }

    static String[] concat(String[] first, String... second) {
        String[] all = new String[first.length + second.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    /** Ends the session. */
    @Override
    public void close() {
        http.send("DELETE", path, "", concat(further, SESSION, session));
    }
}
