package io.mnemolite.e2e.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.e2e.Http;
import io.mnemolite.e2e.Polling;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** {@code mnemolite mcp} with a server that runs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StdioTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private @Nullable Installation installed;
    private @Nullable AgentServer server;

    @BeforeAll
    void start(@TempDir Path folder) {
        installed = Installation.in(folder);
        server = AgentServer.start(folder);
    }

    @AfterAll
    void stop() {
        Objects.requireNonNull(server).close();
        installed().close();
    }

    @Test
    void session_fromBeginningToEnd_isNothingButTheProtocol() {
        try (StdioClient client = client()) {
            JsonNode initialized = client.initialize();
            assertThat(initialized.path("serverInfo").path("name").asText()).isEqualTo("mnemolite");
            assertThat(initialized.path("protocolVersion").asText()).isEqualTo(SessionClient.LATEST);

            String id = client.remember("a stoat over stdio, ümlaut 日本語 🐧");

            assertThat(client.call("get", Map.of("ids", List.of(id)))
                            .expected()
                            .at("/memories/0/text")
                            .asText())
                    .isEqualTo("a stoat over stdio, ümlaut 日本語 🐧");
            assertThat(client.request("tools/list", Map.of()).path("result").path("tools"))
                    .hasSize(7);
            assertThat(client.end()).isZero();
            assertThat(client.strangeLines()).isEmpty();
        }
    }

    @Test
    void badLines_areAnsweredAndHarmNothing() {
        try (StdioClient client = client()) {
            client.initialize();
            List<String> bad = List.of(
                    "{", "nonsense", "[]", "[1]", "5", "{}", "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}");

            bad.forEach(client::write);
            client.write("");

            assertThat(client.request("ping", Map.of()).has("result")).isTrue();
            Polling.until(
                    "each bad line is answered",
                    SOON,
                    () -> client.strangeLines().size() >= bad.size());
            assertThat(client.strangeLines()).allSatisfy(line -> {
                JsonNode error = Http.tree(line).path("error");
                assertThat(error.path("code").asInt()).isIn(-32700, -32600);
                assertThat(error.path("message").asText()).endsWith(".");
            });
            assertThat(client.end()).isZero();
        }
    }

    @Test
    void manyRequestsAtOnce_areEachAnsweredWithTheirOwn() {
        try (StdioClient client = client()) {
            client.initialize();
            List<CompletableFuture<JsonNode>> answers = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                answers.add(client.ask(
                        "tools/call", Map.of("name", "remember", "arguments", Map.of("text", "one of many " + i))));
            }
            for (int i = 0; i < 100; i++) {
                String id = ToolReply.of(answers.get(i).join())
                        .expected()
                        .path("id")
                        .asText();
                assertThat(http().get("/v1/events/" + id)
                                .json()
                                .at("/content/text")
                                .asText())
                        .isEqualTo("one of many " + i);
            }
            assertThat(client.end()).isZero();
        }
    }

    @Test
    void progress_isHandedOn() {
        Path directory = Objects.requireNonNull(server).shop("told");
        try (StdioClient client = client()) {
            client.initialize();

            JsonNode answer = client.request("tools/call", Messages.indexing(directory, "p"));

            assertThat(ToolReply.of(answer).expected().path("files").asInt()).isEqualTo(2);
            assertThat(client.notifications())
                    .isNotEmpty()
                    .allSatisfy(message -> assertThat(
                                    message.at("/params/progressToken").asText())
                            .isEqualTo("p"));
        }
    }

    @Test
    void project_bindsTheSession() {
        try (StdioClient client = client("--project", "of stdio/ü")) {
            client.initialize();

            String id = client.remember("a bound stoat");

            assertThat(http().get("/v1/events/" + id)
                            .json()
                            .at("/metadata/project")
                            .asText())
                    .isEqualTo("of stdio/ü");
        }
    }

    @Test
    void callUnderWay_isAnsweredAfterTheEndOfTheInput() {
        try (StdioClient client = client()) {
            client.initialize();
            CompletableFuture<JsonNode> answer =
                    client.ask("tools/call", Map.of("name", "remember", "arguments", Map.of("text", "the last words")));

            assertThat(client.end()).isZero();

            assertThat(ToolReply.of(answer.join()).expected().path("durable").asBoolean())
                    .isTrue();
        }
    }

    @Test
    void termination_endsTheProxyInOrder() {
        try (StdioClient client = client()) {
            client.initialize();

            client.process().destroy();

            Polling.until("the proxy ends", SOON, () -> !client.process().isAlive());
            assertThat(client.process().exitValue()).isZero();
        }
    }

    @Test
    void killedClient_leavesNoProxy() throws IOException {
        String script = "coproc P { exec bash \"$0\" mcp --url \"$1\"; }; echo \"$P_PID\"; echo \"$2\" >&\"${P[1]}\";"
                + " read -r line <&\"${P[0]}\"; echo \"$line\"; read -r _";
        ProcessBuilder builder = new ProcessBuilder(
                "bash",
                "-c",
                script,
                installed().launcher().toString(),
                http().uri("").toString(),
                Messages.initialize(1, SessionClient.LATEST).toString());
        builder.environment().putAll(installed().environment());
        Process client = builder.start();
        try (BufferedReader output = client.inputReader(StandardCharsets.UTF_8)) {
            ProcessHandle proxy =
                    ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
            assertThat(output.readLine()).contains("mnemolite");

            Installation.kill(client.toHandle());

            Polling.until("the proxy ends with its client", SOON, () -> !proxy.isAlive());
        } finally {
            client.destroyForcibly();
        }
    }

    private StdioClient client(String... arguments) {
        return installed()
                .mcp(SessionClient.concat(arguments, "--url", http().uri("").toString()));
    }

    private Installation installed() {
        return Objects.requireNonNull(installed);
    }

    private Http http() {
        return Objects.requireNonNull(server).http();
    }
}
