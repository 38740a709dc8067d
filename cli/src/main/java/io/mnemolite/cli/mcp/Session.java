package io.mnemolite.cli.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.cli.api.Json;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What the client and the server have agreed upon by {@code initialize}. It outlives a server: the next one is greeted
 * with what the client said to the first.
 */
final class Session {

    private static final Duration GREETING_REST = Duration.ofSeconds(30);
    private static final State NONE = new State(null, null);

    /**
     * An agreement with one server.
     *
     * @param id null when the server gave none
     * @param version the revision of the protocol; null before {@code initialize}
     */
    record State(@Nullable String id, @Nullable String version) {}

    private final HttpEndpoint endpoint;
    private final ReentrantLock renewal = new ReentrantLock();
    private volatile State state = NONE;
    private volatile @Nullable Message initialize;
    private volatile boolean initialized;

    Session(HttpEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    State state() {
        return state;
    }

    /** The headers of a message, which names its revision itself or goes by the agreement. */
    static Map<String, String> headers(Message message, State state) {
        Map<String, String> headers = new LinkedHashMap<>();
        message.ownVersion().ifPresentOrElse(version -> own(headers, message, version), () -> {
            if (!message.method().equals("initialize")) {
                agreed(headers, state);
            }
        });
        return headers;
    }

    private static void own(Map<String, String> headers, Message message, String version) {
        headers.put("MCP-Protocol-Version", HeaderValue.of(version));
        headers.put("Mcp-Method", HeaderValue.of(message.method()));
        String subject = message.subject();
        if (subject != null) {
            headers.put("Mcp-Name", HeaderValue.of(subject));
        }
    }

    private static void agreed(Map<String, String> headers, State state) {
        if (state.id() != null) {
            headers.put("Mcp-Session-Id", state.id());
        }
        if (state.version() != null) {
            headers.put("MCP-Protocol-Version", state.version());
        }
    }

    /** Remembers a greeting that the server has answered. */
    void begin(Message greeting, HttpReply reply, JsonNode response) {
        if (response.has("result")) {
            initialize = greeting;
            initialized = false;
            state = agreement(reply, response);
        }
    }

    /** Notes that the client takes the session for begun. */
    void noteInitialized() {
        initialized = true;
    }

    private static State agreement(HttpReply reply, JsonNode response) {
        return new State(
                reply.header("Mcp-Session-Id"),
                response.path("result").path("protocolVersion").textValue());
    }

    /**
     * Agrees anew with a server that does not know the session; the client does not notice.
     *
     * @param lost the agreement that the server does not know
     * @return whether there is another one now
     */
    boolean renew(URI server, State lost) throws IOException, InterruptedException {
        renewal.lockInterruptibly();
        try {
            if (!state.equals(lost)) {
                return true;
            }
            Message greeting = initialize;
            return greeting != null && greet(server, greeting);
        } finally {
            renewal.unlock();
        }
    }

    private boolean greet(URI server, Message greeting) throws IOException {
        try (HttpReply reply = endpoint.post(server, Map.of(), greeting.body(), GREETING_REST)) {
            JsonNode response = reply.isSuccess() ? Answer.read(reply, greeting, _ -> {}) : null;
            if (response == null || !response.has("result")) {
                return false;
            }
            State fresh = agreement(reply, response);
            if (initialized) {
                confirm(server, fresh);
            }
            state = fresh;
            return true;
        }
    }

    private void confirm(URI server, State fresh) throws IOException {
        ObjectNode message = Json.object().put("jsonrpc", "2.0").put("method", "notifications/initialized");
        Message confirmation = new Message(message);
        endpoint.post(server, headers(confirmation, fresh), confirmation.body(), GREETING_REST)
                .close();
    }

    /** Tells the server that the session is over, if there is one. */
    void end(URI server, Duration rest) throws IOException {
        State last = state;
        if (last.id() != null) {
            Map<String, String> headers = new LinkedHashMap<>();
            agreed(headers, last);
            endpoint.delete(server, headers, rest);
        }
    }
}
