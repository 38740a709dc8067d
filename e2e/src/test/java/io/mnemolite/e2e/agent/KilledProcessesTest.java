package io.mnemolite.e2e.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.e2e.Polling;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * kill -9 of the server and of proxies with calls under way, in both orders: what was acknowledged is there once, and nothing
 * is left behind. {@link StdioTest} kills a client. With {@code -Dmnemolite.agents.kills=N} all of it happens N times.
 */
class KilledProcessesTest {

    private static final int TIMES = Integer.getInteger("mnemolite.agents.kills", 1);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    private final List<String> acknowledged = new ArrayList<>();
    private int sent;

    @Test
    void killsInBothOrders_loseNothingAndLeaveNothing() {
        try (Installation installed = Installation.in(folder)) {
            for (int i = 0; i < TIMES; i++) {
                try (StdioClient first = installed.mcp();
                        StdioClient second = installed.mcp()) {
                    first.initialize();
                    second.initialize();
                    assertThat(installed.servers()).hasSize(1);
                    killServerThenProxy(installed, first, second);
                    killProxyThenServer(installed, second);
                }
            }
            try (StdioClient last = installed.mcp()) {
                last.initialize();
                acknowledge(ask(last).join());
                assertNothingIsLost(installed);
                assertThat(last.end()).isZero();
            }
            assertThat(installed.servers()).hasSize(1);
            assertThat(installed.run("stop")).isZero();
            Polling.until(
                    "nothing of it runs", PATIENCE, () -> installed.processes().isEmpty());
        }
    }

    /** To the client of the other proxy the end of the server is nothing but a pause. */
    private void killServerThenProxy(Installation installed, StdioClient killed, StdioClient spared) {
        ProcessHandle server = installed.server();
        List<CompletableFuture<JsonNode>> ofKilled = new ArrayList<>();
        List<CompletableFuture<JsonNode>> ofSpared = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            ofKilled.add(ask(killed));
            ofSpared.add(ask(spared));
            if (i == 5) {
                Installation.kill(server);
            }
        }
        Installation.kill(killed.process().toHandle());

        ofSpared.forEach(answer -> acknowledge(answer.join()));
        ofKilled.forEach(this::acknowledgeIfAnswered);
        assertThat(installed.server().pid()).isNotEqualTo(server.pid());
        assertThat(installed.servers()).hasSize(1);
        assertNothingIsLost(installed);
    }

    private void killProxyThenServer(Installation installed, StdioClient killed) {
        List<CompletableFuture<JsonNode>> answers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            answers.add(ask(killed));
        }
        acknowledge(answers.removeFirst().join());
        Installation.kill(killed.process().toHandle());
        answers.forEach(this::acknowledgeIfAnswered);
        assertThat(installed.servers()).hasSize(1);
        assertNothingIsLost(installed);

        Installation.kill(installed.server());
        Polling.until(
                "everything ends with the server",
                PATIENCE,
                () -> installed.processes().isEmpty());
    }

    private CompletableFuture<JsonNode> ask(StdioClient client) {
        return client.ask("tools/call", Map.of("name", "remember", "arguments", Map.of("text", "text " + sent++)));
    }

    private void acknowledge(JsonNode answer) {
        acknowledged.add(ToolReply.of(answer).expected().path("id").asText());
    }

    /** Nobody was told that the others are stored. */
    private void acknowledgeIfAnswered(CompletableFuture<JsonNode> call) {
        try {
            acknowledge(call.join());
        } catch (CompletionException ended) {
            assertThat(ended).hasMessageContaining("The proxy ended");
        }
    }

    /** Each text that was acknowledged is there, and none twice, however often its call was sent. */
    private void assertNothingIsLost(Installation installed) {
        List<String> texts = ConcurrentAgentsTest.texts(installed.http());
        Set<String> ids = ConcurrentAgentsTest.stored(installed.http());
        assertThat(acknowledged).doesNotHaveDuplicates();
        assertThat(ids).containsAll(acknowledged);
        assertThat(texts).doesNotHaveDuplicates();
        assertThat(texts.size()).isBetween(acknowledged.size(), sent);
    }
}
