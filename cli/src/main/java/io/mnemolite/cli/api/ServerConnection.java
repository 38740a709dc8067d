package io.mnemolite.cli.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.failure.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Requests to one server. Every method blocks; a refusal (an answer outside 2xx) and an unreachable server end the
 * command as {@link CommandFailure}, unless the method says otherwise.
 */
public final class ServerConnection {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    /** How long the head of an answer may take; a stream may then take as long as it needs. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(2);
    /** The same for a question about the server's condition. */
    private static final Duration QUESTION_TIMEOUT = Duration.ofSeconds(10);

    private final URI base;
    private final @Nullable String apiKey;
    private final HttpClient client;

    public ServerConnection(URI base, @Nullable String apiKey) {
        this.base = base;
        this.apiKey = apiKey;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
    }

    public URI url() {
        return base;
    }

    /** The answer whatever its status; an answer that says no and is not JSON has a missing body. */
    public Answer ask(String route) {
        HttpRequest request = request(route).timeout(QUESTION_TIMEOUT).GET().build();
        HttpResponse<byte[]> response = send(request, BodyHandlers.ofByteArray());
        int status = response.statusCode();
        if (status == 401 || status == 403) {
            throw Refusal.of("GET " + route, status, response.body());
        }
        try {
            return new Answer(status, Json.parse(response.body()));
        } catch (IOException e) {
            Answer refused = new Answer(status, MissingNode.getInstance());
            if (refused.isSuccess()) {
                throw stranger(route, e);
            }
            return refused;
        }
    }

    public JsonNode get(String route) {
        return document("GET", route, BodyPublishers.noBody());
    }

    public JsonNode post(String route, JsonNode body) {
        return document("POST", route, BodyPublishers.ofByteArray(Json.bytes(body)));
    }

    public JsonNode post(String route) {
        return document("POST", route, BodyPublishers.noBody());
    }

    /** The body of a GET as it arrives; the caller closes it. */
    public InputStream open(String route) {
        return opened("GET", request(route).GET().build());
    }

    /** Sends lines and reads the answer's lines. */
    public JsonLines postLines(String route, byte[] lines) {
        return answeredLines(route, "application/x-ndjson", BodyPublishers.ofByteArray(lines));
    }

    /** Sends a document and reads the answer's lines. */
    public JsonLines postForLines(String route, JsonNode body) {
        return answeredLines(route, "application/json", BodyPublishers.ofByteArray(Json.bytes(body)));
    }

    private JsonLines answeredLines(String route, String type, BodyPublisher body) {
        HttpRequest request =
                request(route).POST(body).setHeader("Content-Type", type).build();
        return new JsonLines(opened("POST", request), this);
    }

    private JsonNode document(String method, String route, BodyPublisher body) {
        HttpResponse<byte[]> response = send(request(route).method(method, body).build(), BodyHandlers.ofByteArray());
        if (response.statusCode() / 100 != 2) {
            throw Refusal.of(method + " " + route, response.statusCode(), response.body());
        }
        return json(route, response.body());
    }

    private InputStream opened(String method, HttpRequest request) {
        HttpResponse<InputStream> response = send(request, BodyHandlers.ofInputStream());
        if (response.statusCode() / 100 == 2) {
            return response.body();
        }
        try (InputStream body = response.body()) {
            String asked = method + " " + request.uri().getPath();
            throw Refusal.of(asked, response.statusCode(), body.readNBytes(1 << 20));
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private HttpRequest.Builder request(String route) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + route))
                .timeout(ANSWER_TIMEOUT)
                .header("Accept", "application/json, application/x-ndjson")
                .header("Content-Type", "application/json");
        return apiKey == null ? request : request.header("Authorization", "Bearer " + apiKey);
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
        try {
            return client.send(request, handler);
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw new CommandFailure(
                    ExitCode.NO_SERVER,
                    "No MnemoLite server answers at " + base + ". Start one with: mnemolite serve",
                    e);
        } catch (HttpTimeoutException e) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "The server at " + base + " did not answer " + request.method() + " "
                            + request.uri().getPath() + " within "
                            + request.timeout().orElse(ANSWER_TIMEOUT).toSeconds() + " s. Its log may say why.",
                    e);
        } catch (IOException e) {
            throw broken(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.FAILED, "The command was interrupted.", e);
        }
    }

    private JsonNode json(String route, byte[] body) {
        try {
            return Json.parse(body);
        } catch (IOException e) {
            throw stranger(route, e);
        }
    }

    private CommandFailure stranger(String route, IOException cause) {
        return new CommandFailure(
                ExitCode.FAILED,
                "The answer to " + route + " is not JSON; what answers at " + base
                        + " is not a MnemoLite server. Give the right address with --url or MNEMOLITE_URL.",
                cause);
    }

    /** The failure of a connection that broke while an answer was on its way. */
    public CommandFailure broken(IOException cause) {
        return new CommandFailure(
                ExitCode.FAILED,
                "The connection to " + base + " broke before the answer was complete (" + cause.getMessage()
                        + "). The server may have stopped; ask mnemolite status.",
                cause);
    }
}
