package io.mnemolite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.cli.CommandLineRun.Result;
import io.mnemolite.cli.FakeMcpServer.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes through {@code mnemolite mcp} while the server is there. */
class McpTest {

    private static final String KEY = "io.mnemolite/idempotency-key";

    final FakeMcpServer server = new FakeMcpServer();

    @TempDir
    Path folder = Path.of("");

    @AfterEach
    void stopServer() {
        server.close();
    }

    private ProxyClient client(String... more) throws IOException {
        String[] options = Arrays.copyOf(more, more.length + 2);
        options[more.length] = "--url";
        options[more.length + 1] = server.url();
        return new ProxyClient(folder.resolve("home"), null, options);
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private static Set<Integer> ids(JsonNode... messages) {
        return Set.copyOf(Arrays.stream(messages)
                .map(message -> message.path("id").intValue())
                .toList());
    }

    @Test
    void handshake_isForwardedWithTheHeadersOfTheSession() throws IOException, InterruptedException {
        try (ProxyClient client = client()) {
            JsonNode answer = client.initialize();
            assertThat(answer.path("id").asText()).isEqualTo("hello");
            assertThat(answer.at("/result/protocolVersion").asText()).isEqualTo("2025-11-25");
            client.send("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/list\"}");
            assertThat(client.next().path("id").intValue()).isEqualTo(2);
        }
        assertThat(server.requests().stream().map(Request::rpcMethod))
                .containsExactly("initialize", "notifications/initialized", "tools/list", "");
        Request first = server.requests().getFirst();
        assertThat(first.path()).isEqualTo("/mcp");
        assertThat(first.header("Accept")).isEqualTo("application/json, text/event-stream");
        assertThat(first.header("Content-Type")).isEqualTo("application/json");
        assertThat(first.header("Mcp-Session-Id")).isNull();
        assertThat(first.header("Authorization")).isNull();
        for (Request later : server.requests().subList(1, 4)) {
            assertThat(later.header("Mcp-Session-Id")).isEqualTo("session-" + server.port() + "-1");
            assertThat(later.header("MCP-Protocol-Version")).isEqualTo("2025-11-25");
            assertThat(later.header("Mcp-Method")).isNull();
        }
        assertThat(server.requests().getLast().method()).isEqualTo("DELETE");
    }

    @Test
    void project_isOneSegmentOfThePath() throws IOException, InterruptedException {
        try (ProxyClient client = client("--project", "a b/ü")) {
            client.initialize();
        }
        assertThat(server.requests()).allMatch(request -> request.path().equals("/mcp/a%20b%2F%C3%BC"));
    }

    @Test
    void statelessRequests_nameThemselvesInTheHeaders() throws IOException, InterruptedException {
        String meta = "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"}";
        try (ProxyClient client = client()) {
            client.send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"server/discover\",\"params\":{" + meta + "}}");
            client.next();
            client.send("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/call\",\"params\":{\"name\":\"recall\","
                    + meta + "}}");
            client.next();
            client.send("{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"resources/read\",\"params\":"
                    + "{\"uri\":\"mnemolite://map/ü\"," + meta + "}}");
            client.next();
        }
        assertThat(server.requests())
                .hasSize(3)
                .allMatch(request -> "2026-07-28".equals(request.header("MCP-Protocol-Version")))
                .allMatch(request -> request.header("Mcp-Session-Id") == null);
        assertThat(server.requests().stream().map(request -> request.header("Mcp-Method")))
                .containsExactly("server/discover", "tools/call", "resources/read");
        assertThat(server.requests().getFirst().header("Mcp-Name")).isNull();
        assertThat(server.requests().get(1).header("Mcp-Name")).isEqualTo("recall");
        assertThat(server.requests().get(2).header("Mcp-Name")).isEqualTo("=?base64?bW5lbW9saXRlOi8vbWFwL8O8?=");
    }

    @Test
    void calls_areAnsweredAsTheyEnd() throws IOException, InterruptedException {
        CountDownLatch quickIsDone = new CountDownLatch(1);
        server.on("slow", (exchange, request) -> {
            quickIsDone.await();
            FakeMcpServer.result(exchange, request, "{}");
        });
        try (ProxyClient client = client()) {
            client.initialize();
            client.send(ProxyClient.call(1, "slow"), ProxyClient.call(2, "quick"));
            assertThat(client.next().path("id").intValue()).isEqualTo(2);
            quickIsDone.countDown();
            assertThat(client.next().path("id").intValue()).isEqualTo(1);
        }
    }

    @Test
    void initialize_isAnsweredBeforeAnythingElseIsForwarded() throws IOException, InterruptedException {
        CountDownLatch sent = new CountDownLatch(1);
        server.on("initialize", (exchange, request) -> {
            sent.await();
            assertThat(server.requests()).hasSize(1);
            FakeMcpServer.result(exchange, request, "{\"protocolVersion\":\"2025-06-18\"}");
        });
        try (ProxyClient client = client()) {
            client.send(
                    "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{}}", ProxyClient.call(2, "a"));
            sent.countDown();
            assertThat(client.next().path("id").intValue()).isEqualTo(1);
            assertThat(client.next().path("id").intValue()).isEqualTo(2);
        }
        assertThat(server.requests("tools/call").getFirst().header("MCP-Protocol-Version"))
                .isEqualTo("2025-06-18");
    }

    @Test
    void events_arePassedOnAsTheyCome() throws IOException, InterruptedException {
        CountDownLatch progressWasSeen = new CountDownLatch(1);
        server.on("index", (exchange, request) -> {
            try (OutputStream events = FakeMcpServer.events(exchange)) {
                events.write(
                        (": keep-alive\r\n\r\nid: 7\nevent: message\ndata: {\"jsonrpc\":\"2.0\",\ndata: \"method\":"
                                        + "\"notifications/progress\",\"params\":{\"progress\":1.50}}\n\ndata:\n\n")
                                .getBytes(StandardCharsets.UTF_8));
                events.flush();
                progressWasSeen.await();
                events.write(("data:" + FakeMcpServer.response(request, "{\"é\":\"\\u2028\"}") + "\n\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
        });
        try (ProxyClient client = client()) {
            client.initialize();
            client.send(ProxyClient.call(1, "index"));
            assertThat(client.next().at("/params/progress").doubleValue()).isEqualTo(1.5);
            progressWasSeen.countDown();
            assertThat(client.next().at("/result/é").asText()).isEqualTo("\u2028");
        }
    }

    @Test
    void refusal_withAnErrorOfTheProtocol_isTheAnswer() throws IOException, InterruptedException {
        server.on(
                "bad",
                (exchange, _) -> FakeMcpServer.send(
                        exchange,
                        400,
                        "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32020,\"message\":\"no\"}}"));
        try (ProxyClient client = client()) {
            client.initialize();
            client.send(ProxyClient.call(9, "bad"));
            JsonNode answer = client.next();
            assertThat(answer.path("id").intValue()).isEqualTo(9);
            assertThat(answer.at("/error/code").intValue()).isEqualTo(-32020);
        }
    }

    @Test
    void refusal_ofTheKey_saysWhatToDo() throws IOException, InterruptedException {
        server.on("initialize", (exchange, _) -> FakeMcpServer.send(exchange, 401, "{\"detail\":\"key\"}"));
        try (ProxyClient client = client()) {
            JsonNode error = client.initialize().path("error");
            assertThat(error.path("code").intValue()).isEqualTo(-32000);
            assertThat(error.path("message").asText())
                    .isEqualTo("The server at " + server.url()
                            + " refuses this client (401). Give its key in MNEMOLITE_API_KEY or with --api-key-file.");
        }
    }

    @Test
    void apiKey_isSentAsABearer() throws IOException, InterruptedException {
        Path key = java.nio.file.Files.writeString(folder.resolve("key"), "secret\n");
        try (ProxyClient client = client("--api-key-file", key.toString())) {
            client.initialize();
        }
        assertThat(server.requests()).allMatch(request -> "Bearer secret".equals(request.header("Authorization")));
    }

    @Test
    void unavailableServer_isAskedAgain() throws IOException, InterruptedException {
        CountDownLatch refusals = new CountDownLatch(2);
        server.on("busy", (exchange, request) -> {
            if (refusals.getCount() > 0) {
                refusals.countDown();
                exchange.getResponseHeaders().set("Retry-After", "0");
                FakeMcpServer.send(exchange, 503, "{\"detail\":\"later\"}");
            } else {
                FakeMcpServer.result(exchange, request, "{}");
            }
        });
        try (ProxyClient client = client()) {
            client.initialize();
            client.send(ProxyClient.call(1, "busy"));
            assertThat(client.next().has("result")).isTrue();
        }
        assertThat(server.requests("tools/call").stream()
                        .map(request ->
                                request.body().at("/params/_meta").path(KEY).asText())
                        .distinct())
                .hasSize(1)
                .allMatch(key -> key.length() == 36);
    }

    @Test
    void idempotencyKey_thatTheClientGives_stays() throws IOException, InterruptedException {
        try (ProxyClient client = client()) {
            client.initialize();
            client.send(
                    "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"a\",\"_meta\":{\""
                            + KEY + "\":\"mine\"}}}");
            client.next();
        }
        assertThat(server.requests("tools/call")
                        .getFirst()
                        .body()
                        .at("/params/_meta")
                        .path(KEY)
                        .asText())
                .isEqualTo("mine");
    }

    @Test
    void malformedLines_areAnsweredAndForgotten() throws IOException, InterruptedException {
        try (ProxyClient client = client()) {
            client.send("{", "", "  \r", "[]", "7", "{\"jsonrpc\":\"2.0\"}");
            client.send("{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}");
            client.sendBytes(new byte[] {'"', (byte) 0xff, '"', '\n'});
            for (int code : List.of(-32700, -32600, -32600, -32600, -32600, -32700)) {
                JsonNode answer = client.next();
                assertThat(answer.path("id").isNull()).isTrue();
                assertThat(answer.at("/error/code").intValue()).isEqualTo(code);
                assertThat(answer.at("/error/message").asText()).matches("(?s)[A-Z].*[.]");
            }
            client.initialize();
        }
        assertThat(server.requests("initialize")).hasSize(1);
    }

    @Test
    void lineThatIsTooLong_isRefusedAndTheNextIsTaken() throws IOException, InterruptedException {
        byte[] mebibyte = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        try (ProxyClient client = client()) {
            for (int i = 0; i < 17; i++) {
                client.sendBytes(mebibyte);
            }
            client.send("");
            assertThat(client.next().at("/error/message").asText())
                    .isEqualTo("The line is longer than 16777216 bytes; send less at a time.");
            client.initialize();
        }
    }

    @Test
    void cancelledCall_endsItsRequestAndIsNotAnswered() throws IOException, InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        server.on("slow", (exchange, _) -> {
            try (OutputStream events = FakeMcpServer.events(exchange)) {
                events.write(":\n\n".getBytes(StandardCharsets.UTF_8));
                events.flush();
                begun.countDown();
                while (true) {
                    // Until the other side has closed the connection.
                    events.write(":\n\n".getBytes(StandardCharsets.UTF_8));
                    events.flush();
                    Thread.sleep(1);
                }
            } catch (IOException e) {
                closed.countDown();
            }
        });
        try (ProxyClient client = client()) {
            client.initialize();
            client.send(ProxyClient.call(1, "slow"));
            await(begun);
            client.send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":1}}");
            await(closed);
            client.send(ProxyClient.call(2, "a"));
            assertThat(client.next().path("id").intValue()).isEqualTo(2);
        }
        assertThat(server.requests("notifications/cancelled")).hasSize(1);
    }

    @Test
    void endOfInput_leavesCallsUnderWayTheirAnswer() throws IOException, InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goesOn = new CountDownLatch(1);
        server.on("slow", (exchange, request) -> {
            begun.countDown();
            goesOn.await();
            FakeMcpServer.result(exchange, request, "{}");
        });
        ProxyClient client = client();
        client.initialize();
        client.send(ProxyClient.call(1, "slow"));
        await(begun);
        client.endInput();
        assertThat(client.isOver()).isFalse();
        goesOn.countDown();
        Result result = client.end();
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}");
        assertThat(server.requests().getLast().method()).isEqualTo("DELETE");
    }

    @Test
    void endOfInput_givesUpCallsAfterTheGrace() throws IOException, InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        server.on("endless", (_, _) -> {
            begun.countDown();
            new CountDownLatch(1).await();
        });
        ProxyClient client = client("--grace", "0");
        client.initialize();
        client.send(ProxyClient.call(1, "endless"));
        await(begun);
        client.endInput();
        assertThat(client.end()).isEqualTo(new Result(0, "", ""));
        assertThat(server.requests().getLast().method()).isEqualTo("DELETE");
    }

    @Test
    void endOfInput_endsAStreamOfChangesAtOnce() throws IOException, InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        server.on("subscriptions/listen", (exchange, _) -> {
            try (OutputStream events = FakeMcpServer.events(exchange)) {
                events.write(":\n\n".getBytes(StandardCharsets.UTF_8));
                events.flush();
                begun.countDown();
                new CountDownLatch(1).await();
            }
        });
        ProxyClient client = client("--grace", "3600");
        client.initialize();
        client.send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"subscriptions/listen\",\"params\":{}}");
        await(begun);
        client.endInput();
        assertThat(client.end()).isEqualTo(new Result(0, "", ""));
    }

    @Test
    void pipedMessages_areAllAnswered() {
        String messages = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{}}\n"
                + ProxyClient.call(2, "a") + "\n" + ProxyClient.call(3, "b");
        Result result = new CommandLineRun(folder.resolve("home"))
                .with("MNEMOLITE_URL", server.url())
                .input(new ByteArrayInputStream(messages.getBytes(StandardCharsets.UTF_8)))
                .run("mcp");
        assertThat(ids(ServerTest.jsonLines(result.out()).toArray(JsonNode[]::new)))
                .isEqualTo(Set.of(1, 2, 3));
        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isEmpty();
    }

    @Test
    void closedOutput_endsTheCommand() throws IOException, InterruptedException {
        ProxyClient client = client();
        client.initialize();
        client.closeOutput();
        client.send(ProxyClient.call(1, "a"));
        assertThat(client.end().exitCode()).isZero();
        client.endInput();
    }

    @Test
    void twoClients_haveASessionEach() throws IOException, InterruptedException {
        try (ProxyClient one = client();
                ProxyClient other = client()) {
            one.initialize();
            other.initialize();
            one.send(ProxyClient.call(1, "a"));
            other.send(ProxyClient.call(1, "b"));
            one.next();
            other.next();
        }
        assertThat(server.requests("tools/call").stream().map(request -> request.header("Mcp-Session-Id")))
                .doesNotHaveDuplicates()
                .hasSize(2);
    }
}
