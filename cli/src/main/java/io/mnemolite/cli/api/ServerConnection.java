package io.mnemolite.cli.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.failure.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Requests to one server. Every method blocks; a refusal (an answer outside 2xx) and an unreachable server end the
 * command as {@link CommandFailure}, unless the method says otherwise.
 */
public final class ServerConnection {

    private static final String JSON = "application/json";
    private static final String JSON_LINES = "application/x-ndjson";

    private final URI base;
    private final Exchange exchange;

    public ServerConnection(URI base, @Nullable String apiKey) {
        this.base = base;
        this.exchange = new Exchange(base, apiKey);
    }

    public URI url() {
        return base;
    }

    /**
     * The answer whatever its status, for questions about the server's condition, which must not wait long. An answer
     * that says no and is not JSON has a missing body; a missing key is a failure.
     */
    public Answer ask(String route) {
        Response response = exchange.send("GET", route, null, JSON, Exchange.QUESTION_TIMEOUT);
        byte[] body = read(response);
        if (response.status() == 401 || response.status() == 403) {
            throw Refusal.of("GET " + route, response.status(), body);
        }
        try {
            return new Answer(response.status(), Json.parse(body));
        } catch (IOException e) {
            if (response.isSuccess()) {
                throw stranger(route, e);
            }
            return new Answer(response.status(), MissingNode.getInstance());
        }
    }

    /** A page for people, whatever its status. */
    public Text read(String route) {
        Response response = exchange.send("GET", route, null, JSON, Exchange.QUESTION_TIMEOUT);
        return new Text(response.status(), new String(read(response), StandardCharsets.UTF_8));
    }

    /** An answer as text. */
    public record Text(int status, String text) {}

    public JsonNode get(String route) {
        return document("GET", route, null);
    }

    public JsonNode post(String route, JsonNode body) {
        return document("POST", route, Json.bytes(body));
    }

    public JsonNode post(String route) {
        return document("POST", route, new byte[0]);
    }

    public JsonNode put(String route, JsonNode body) {
        return document("PUT", route, Json.bytes(body));
    }

    /** A request that may be worked on for many minutes. Several threads may send at a time. */
    public JsonNode work(String route, JsonNode body) {
        return document("POST", route, Json.bytes(body), Exchange.WORK_TIMEOUT);
    }

    public JsonNode delete(String route) {
        return document("DELETE", route, null);
    }

    /** The body of a GET as it arrives; the caller closes it. */
    public InputStream open(String route) {
        return opened("GET", route, null, JSON);
    }

    /** Sends lines and reads the answer's lines. */
    public JsonLines postLines(String route, byte[] lines) {
        return new JsonLines(opened("POST", route, lines, JSON_LINES), this);
    }

    /** Sends a document and reads the answer's lines. */
    public JsonLines postForLines(String route, JsonNode body) {
        return new JsonLines(opened("POST", route, Json.bytes(body), JSON), this);
    }

    /** The failure of a connection that broke while an answer was on its way. */
    public CommandFailure broken(IOException cause) {
        return exchange.broken(cause);
    }

    private JsonNode document(String method, String route, byte @Nullable [] body) {
        return document(method, route, body, Exchange.ANSWER_TIMEOUT);
    }

    private JsonNode document(String method, String route, byte @Nullable [] body, Duration timeout) {
        Response response = exchange.send(method, route, body, JSON, timeout);
        byte[] answer = read(response);
        if (!response.isSuccess()) {
            throw Refusal.of(method + " " + route, response.status(), answer);
        }
        try {
            return Json.parse(answer);
        } catch (IOException e) {
            throw stranger(route, e);
        }
    }

    private InputStream opened(String method, String route, byte @Nullable [] body, String type) {
        Response response = exchange.send(method, route, body, type, Exchange.ANSWER_TIMEOUT);
        if (response.isSuccess()) {
            return response.body();
        }
        throw Refusal.of(method + " " + route, response.status(), read(response));
    }

    private byte[] read(Response response) {
        try (InputStream body = response.body()) {
            return body.readAllBytes();
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private CommandFailure stranger(String route, IOException cause) {
        return new CommandFailure(
                ExitCode.FAILED,
                "The answer to " + route + " is not JSON; what answers at " + base
                        + " is not a MnemoLite server. Give the right address with --url or MNEMOLITE_URL.",
                cause);
    }
}
