package io.mnemolite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.cli.FakeMcpServer.Request;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that go away under {@code mnemolite mcp}, and come back or not. */
class McpRestartTest {

    private static final String KEY = "/params/_meta/io.mnemolite~1idempotency-key";

    @TempDir
    Path folder = Path.of("");

    private ProxyClient client(FakeMcpServer server, String... patience) throws IOException {
        return new ProxyClient(
                folder.resolve("home"),
                null,
                patience.length == 0
                        ? new String[] {"--url", server.url()}
                        : new String[] {"--url", server.url(), "--patience", patience[0]});
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void restartDuringACall_isNotNoticed() throws IOException, InterruptedException {
        FakeMcpServer first = new FakeMcpServer();
        CountDownLatch begun = new CountDownLatch(1);
        first.on("remember", (_, _) -> {
            begun.countDown();
            new CountDownLatch(1).await();
        });
        try (ProxyClient client = client(first)) {
            client.initialize();
            client.send(ProxyClient.call(1, "remember"));
            await(begun);
            first.close();
            try (FakeMcpServer second = new FakeMcpServer(first.port())) {
                JsonNode answer = client.next();
                assertThat(answer.path("id").intValue()).isEqualTo(1);
                assertThat(answer.has("result")).isTrue();
                Request again = second.requests("tools/call").getLast();
                assertThat(again.body().at(KEY).asText())
                        .isEqualTo(first.requests("tools/call")
                                .getFirst()
                                .body()
                                .at(KEY)
                                .asText())
                        .hasSize(36);
                assertThat(second.requests("initialize")
                                .getFirst()
                                .body()
                                .at("/params/clientInfo/name")
                                .asText())
                        .isEqualTo("test");
                assertThat(second.requests("notifications/initialized")
                                .getFirst()
                                .header("Mcp-Session-Id"))
                        .isEqualTo(again.header("Mcp-Session-Id"));
                client.endInput();
                client.end();
            }
        }
    }

    @Test
    void lostSession_isBegunAnewOnceForAllCalls() throws IOException, InterruptedException {
        try (FakeMcpServer server = new FakeMcpServer();
                ProxyClient client = client(server)) {
            client.initialize();
            client.send(ProxyClient.call(1, "a"));
            client.next();
            server.forgetSessions();
            client.send(ProxyClient.call(2, "a"), ProxyClient.call(3, "a"), ProxyClient.call(4, "a"));
            for (int i = 0; i < 3; i++) {
                assertThat(client.next().has("result")).isTrue();
            }
            assertThat(server.requests("initialize")).hasSize(2);
            assertThat(server.requests("notifications/initialized")).hasSize(2);
        }
    }

    @Test
    void lostSession_beforeItIsConfirmed_isConfirmed() throws IOException, InterruptedException {
        try (FakeMcpServer server = new FakeMcpServer();
                ProxyClient client = client(server)) {
            client.send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{}}");
            client.next();
            server.forgetSessions();
            client.send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}", ProxyClient.call(2, "a"));
            assertThat(client.next().has("result")).isTrue();
            assertThat(server.requests("notifications/initialized").getLast().header("Mcp-Session-Id"))
                    .isEqualTo("session-" + server.port() + "-2");
        }
    }

    @Test
    void serverThatNeverKnowsTheSession_isGivenUp() throws IOException, InterruptedException {
        try (FakeMcpServer server = new FakeMcpServer();
                ProxyClient client = client(server)) {
            client.initialize();
            server.on("a", (exchange, _) -> exchange.sendResponseHeaders(404, -1));
            client.send(ProxyClient.call(1, "a"));
            assertThat(client.next().at("/error/message").asText()).contains("offers no MCP (404)");
            assertThat(server.requests("initialize").size()).isLessThan(6);
        }
    }

    @Test
    void serverThatStaysAway_isAnErrorWithAdvice() throws IOException, InterruptedException {
        FakeMcpServer server = new FakeMcpServer();
        try (ProxyClient client = client(server, "0")) {
            client.initialize();
            server.close();
            client.send(ProxyClient.call(1, "a"));
            JsonNode error = client.next().path("error");
            assertThat(error.path("code").intValue()).isEqualTo(-32000);
            assertThat(error.path("message").asText())
                    .startsWith("No MnemoLite server answers at " + server.url() + " (")
                    .endsWith("Start it, or give the right address with --url or MNEMOLITE_URL.");
        }
    }

    @Test
    void notificationThatNobodyTakes_isSaidOnStandardError() throws IOException, InterruptedException {
        FakeMcpServer server = new FakeMcpServer();
        ProxyClient client = client(server, "0");
        client.initialize();
        client.send(ProxyClient.call(1, "a"));
        client.next();
        server.close();
        client.send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/roots/list_changed\"}", "x");
        client.next();
        client.endInput();
        assertThat(client.end().err()).startsWith("No MnemoLite server answers at ");
    }

    @Test
    void streamThatBreaksBeforeTheResponse_isAskedForAgain() throws IOException, InterruptedException {
        CountDownLatch broken = new CountDownLatch(1);
        try (FakeMcpServer server = new FakeMcpServer();
                ProxyClient client = client(server)) {
            server.on("index", (exchange, request) -> {
                if (broken.getCount() > 0) {
                    broken.countDown();
                    try (OutputStream events = FakeMcpServer.events(exchange)) {
                        events.write("data: {\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\"}\n\ndata: {\"id"
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
                    }
                } else {
                    FakeMcpServer.result(exchange, request, "{}");
                }
            });
            client.initialize();
            client.send(ProxyClient.call(1, "index"));
            assertThat(client.next().path("method").asText()).isEqualTo("notifications/progress");
            assertThat(client.next().has("result")).isTrue();
        }
    }

    @Test
    void callThatBreaksTheServerEachTime_isGivenUp() throws IOException, InterruptedException {
        try (FakeMcpServer server = new FakeMcpServer();
                ProxyClient client = client(server)) {
            server.on("poison", (exchange, _) -> exchange.close());
            client.initialize();
            client.send(ProxyClient.call(1, "poison"), ProxyClient.call(2, "a"));
            List<JsonNode> answers = List.of(client.next(), client.next());
            assertThat(answers)
                    .filteredOn(answer -> answer.path("id").intValue() == 1)
                    .allMatch(answer -> answer.has("error"))
                    .hasSize(1);
            assertThat(server.requests("tools/call").stream()
                            .filter(request -> request.body().path("id").intValue() == 1))
                    .hasSize(3);
        }
    }
}
