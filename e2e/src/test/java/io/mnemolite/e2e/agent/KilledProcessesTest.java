package io.mnemolite.e2e.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.e2e.Polling;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 of a proxy and of the server, in every order: what was acknowledged is there once, and nothing is left behind. */
class KilledProcessesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    private final List<String> acknowledged = new ArrayList<>();
    private int sent;

    @Test
    void killsInEveryOrder_loseNothingAndLeaveNothing() {
        try (Installation installed = Installation.in(folder)) {
            try (StdioClient first = installed.mcp();
                    StdioClient second = installed.mcp()) {
                first.initialize();
                second.initialize();
                assertThat(installed.servers()).hasSize(1);
                remember(first, 3);

                killServerUnderLoad(installed, first, second);
                killProxyUnderLoad(installed, first);
                killProxyThenServer(installed, second);
            }
            try (StdioClient third = installed.mcp()) {
                third.initialize();
                remember(third, 2);
                killServerThenProxy(installed, third);
            }
            try (StdioClient last = installed.mcp()) {
                last.initialize();
                assertThat(last.call("recall", Map.of()).expected().path("total").asInt())
                        .isEqualTo(ConcurrentAgentsTest.stored(installed.http()).size());
                assertNothingIsLost(installed);
                assertThat(last.end()).isZero();
            }
            assertThat(installed.servers()).hasSize(1);
            assertThat(installed.run("stop")).isZero();
            Polling.until(
                    "nothing of it runs", PATIENCE, () -> installed.processes().isEmpty());
        }
    }

    /** Both proxies have calls under way; to both their clients the end of the server is nothing but a pause. */
    private void killServerUnderLoad(Installation installed, StdioClient first, StdioClient second) {
        ProcessHandle server = installed.server();
        List<CompletableFuture<JsonNode>> answers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            answers.add(ask(i % 2 == 0 ? first : second));
            if (i == 10) {
                Installation.kill(server);
            }
        }
        answers.forEach(answer -> acknowledge(answer.join()));
        assertThat(installed.server().pid()).isNotEqualTo(server.pid());
        assertThat(installed.servers()).hasSize(1);
        assertNothingIsLost(installed);
        // The answer of each call came, so that each is there, and once.
        assertThat(ConcurrentAgentsTest.stored(installed.http())).hasSize(sent);
    }

    private void killProxyUnderLoad(Installation installed, StdioClient client) {
        List<CompletableFuture<JsonNode>> answers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            answers.add(ask(client));
        }
        acknowledge(answers.getFirst().join());
        Installation.kill(client.process().toHandle());
        for (CompletableFuture<JsonNode> answer : answers.subList(1, answers.size())) {
            try {
                acknowledge(answer.join());
            } catch (CompletionException lost) {
                // Nobody was told that it is stored.
            }
        }
        assertThat(installed.servers()).hasSize(1);
        assertNothingIsLost(installed);
    }

    private void killProxyThenServer(Installation installed, StdioClient client) {
        ProcessHandle server = installed.server();
        remember(client, 1);
        Installation.kill(client.process().toHandle());
        Installation.kill(server);
        Polling.until("the database ends with its server", PATIENCE, () -> installed.processes().stream()
                .noneMatch(process -> process.isAlive()));
    }

    private void killServerThenProxy(Installation installed, StdioClient client) {
        Installation.kill(installed.server());
        CompletableFuture<JsonNode> unanswered = ask(client);
        Installation.kill(client.process().toHandle());
        assertThat(unanswered.handle((answer, failure) -> failure != null).join())
                .as("an answer after the server's end")
                .isTrue();
        Polling.until("no server is started for nobody, or it is one that serves", PATIENCE, () -> installed.servers()
                .size() <= 1);
    }

    private CompletableFuture<JsonNode> ask(StdioClient client) {
        return client.ask(
                "tools/call", Map.of("name", "remember", "arguments", Map.of("text", "text " + sent++)));
    }

    private void remember(StdioClient client, int times) {
        for (int i = 0; i < times; i++) {
            acknowledge(ask(client).join());
        }
    }

    private void acknowledge(JsonNode answer) {
        acknowledged.add(ToolReply.of(answer).expected().path("id").asText());
    }

    private void assertNothingIsLost(Installation installed) {
        assertThat(acknowledged).doesNotHaveDuplicates();
        assertThat(ConcurrentAgentsTest.stored(installed.http())).containsAll(acknowledged);
    }
}
