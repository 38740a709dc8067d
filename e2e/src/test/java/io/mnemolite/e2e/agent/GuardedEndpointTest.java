package io.mnemolite.e2e.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.e2e.Http;
import io.mnemolite.e2e.Polling;
import io.mnemolite.e2e.RawHttp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An endpoint with a key and small limits: who may come in, with how much, and how many at a time. */
class GuardedEndpointTest {

    private static final String KEY = "correct-horse-battery-staple";
    private static final String[] BEARER = {"Authorization", "Bearer " + KEY};
    private static final int AT_ONCE = 3;
    private static final int LARGEST_BODY = 100 * 1024;
    private static final String INITIALIZE =
            Messages.initialize(1, SessionClient.LATEST).toString();

    private static @Nullable AgentServer server;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = AgentServer.start(
                folder,
                Map.of(
                        "MNEMOLITE_API_KEY",
                        KEY,
                        "MNEMOLITE_MCP_MAX_CONCURRENT_REQUESTS",
                        Integer.toString(AT_ONCE),
                        "MNEMOLITE_HTTP_MAX_BODY",
                        LARGEST_BODY / 1024 + "KiB"));
    }

    @AfterAll
    static void stop() {
        Objects.requireNonNull(server).close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mcp", "/mcp/", "/mcp/shop", "/mcp/sse", "/mcp/messages/x"})
    void withoutTheKey_everyPathIs401(String path) {
        for (String method : List.of("GET", "POST", "DELETE")) {
            assertThat(http().send(method, path, method.equals("POST") ? INITIALIZE : "")
                            .status())
                    .as(method)
                    .isEqualTo(401);
        }
        assertThat(SessionClient.post(http(), path, INITIALIZE, "Authorization", "Bearer wrong")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void withTheKey_sessionsAndStatelessRequestsAreServed() {
        SessionClient client = SessionClient.connect(http(), "/mcp", SessionClient.LATEST, BEARER);

        assertThat(client.request("ping", Map.of()).has("result")).isTrue();
        client.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "http://127.0.0.1:1", "null", "https://localhost.evil.example"})
    void foreignOrigin_is403(String origin) {
        assertThat(SessionClient.post(http(), "/mcp", INITIALIZE, "Authorization", "Bearer " + KEY, "Origin", origin)
                        .status())
                .isEqualTo(403);
        assertThat(http().get(
                                "/mcp",
                                "Authorization",
                                "Bearer " + KEY,
                                "Origin",
                                origin,
                                "Accept",
                                "text/event-stream",
                                "Mcp-Session-Id",
                                "x")
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example:80", "169.254.169.254"})
    void foreignHost_is403(String host) {
        for (String path : List.of("/mcp", "/mcp/shop")) {
            String answer = new RawHttp(http())
                    .exchange(
                            INITIALIZE,
                            "POST " + path + " HTTP/1.1",
                            "Host: " + host,
                            "Authorization: Bearer " + KEY,
                            "Content-Type: application/json",
                            "Accept: application/json, text/event-stream",
                            "Content-Length: " + INITIALIZE.length());
            assertThat(RawHttp.status(answer)).as(answer).isEqualTo(403);
        }
    }

    @Test
    void ownOrigin_isServed() {
        String origin = http().uri("").toString();

        assertThat(SessionClient.post(http(), "/mcp", INITIALIZE, "Authorization", "Bearer " + KEY, "Origin", origin)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void bodyAboveTheLimit_is413() {
        SessionClient client = SessionClient.connect(http(), "/mcp", SessionClient.LATEST, BEARER);

        assertThat(client.ask("tools/call", remember(LARGEST_BODY)).status()).isEqualTo(413);
        assertThat(ToolReply.of(client.request("tools/call", remember(LARGEST_BODY - 2_000)))
                        .isError())
                .isFalse();
        client.close();
    }

    @Test
    void moreThanTheLimitAtOnce_is503UntilOneEnds() throws IOException {
        List<Socket> halfSent = new ArrayList<>();
        try {
            // A whole request that is under way can cost a half-sent one its place, so there may have to be more of
            // them.
            Polling.until("requests that are half sent fill the endpoint", Duration.ofSeconds(10), () -> {
                halfSent.add(halfSent());
                // A request that has just been answered may have its place for a moment more; of two one sees the rest.
                return halfSent.size() >= AT_ONCE
                        && initialize().status() == 503
                        && initialize().status() == 503;
            });
            McpAnswer refused = initialize();
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.http().header("Retry-After")).isEqualTo("1");
            assertThat(refused.error().path("message").asText()).contains("mcp.max-concurrent-requests");
            assertThat(http().get("/health").status()).isEqualTo(200);
        } finally {
            for (Socket socket : halfSent) {
                socket.close();
            }
        }
        Polling.until(
                "places of broken connections are free again",
                Duration.ofSeconds(10),
                () -> initialize().status() == 200);
        for (int i = 0; i < 10 * AT_ONCE; i++) {
            assertThat(initialize().status()).isEqualTo(200);
        }
    }

    @Test
    void refusedRequests_giveTheirPlacesBack() {
        for (int i = 0; i < 5 * AT_ONCE; i++) {
            SessionClient.post(http(), "/mcp", "{", BEARER);
            SessionClient.post(http(), "/mcp", "x".repeat(LARGEST_BODY + 1), BEARER);
            SessionClient.post(http(), "/mcp", INITIALIZE, "Authorization", "Bearer wrong");
            SessionClient.post(http(), "/mcp/shop", "[]", BEARER);
            SessionClient.post(http(), "/mcp/" + "x".repeat(300), INITIALIZE, BEARER);
        }

        assertThat(initialize().status()).isEqualTo(200);
    }

    /** A request whose body never comes whole. */
    private static Socket halfSent() {
        URI uri = http().uri("/");
        try {
            Socket socket = new Socket(uri.getHost(), uri.getPort());
            socket.getOutputStream()
                    .write(("POST /mcp HTTP/1.1\r\nHost: " + uri.getAuthority() + "\r\nAuthorization: Bearer " + KEY
                                    + "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{")
                            .getBytes(StandardCharsets.US_ASCII));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static McpAnswer initialize() {
        return SessionClient.post(http(), "/mcp", INITIALIZE, BEARER);
    }

    private static Map<String, ?> remember(int length) {
        return Map.of("name", "remember", "arguments", Map.of("text", "x".repeat(length)));
    }

    private static Http http() {
        return Objects.requireNonNull(server).http();
    }
}
