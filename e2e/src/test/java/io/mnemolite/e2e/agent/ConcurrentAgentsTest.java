package io.mnemolite.e2e.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.e2e.Http;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many agents at once: each finds what it remembered, nobody gets the answer of another, and nothing is lost. With
 * {@code -Dmnemolite.agents.rounds=N} each does so N times.
 */
class ConcurrentAgentsTest {

    private static final int ROUNDS = Integer.getInteger("mnemolite.agents.rounds", 3);
    private static final int HTTP_CLIENTS = 64;
    private static final int PROXIES = 16;

    @TempDir
    Path folder;

    @Test
    void clientsOverHttp_loseAndMixNothing() {
        try (AgentServer server = AgentServer.start(folder)) {
            Set<String> kept = atOnce(IntStream.range(0, HTTP_CLIENTS)
                    .<Callable<List<String>>>mapToObj(number -> () -> {
                        // Both kinds of revision, and every fourth client sees one project alone.
                        String path = number % 4 == 0 ? "/mcp/project-" + number : "/mcp";
                        try (McpClient client = number % 2 == 0
                                ? SessionClient.connect(server.http(), path, SessionClient.LATEST)
                                : new StatelessClient(server.http(), path)) {
                            return work(client, number);
                        }
                    })
                    .toList());

            assertThat(stored(server.http())).isEqualTo(kept);
        }
    }

    @Test
    void proxiesOverStdio_startOneServerAndLoseNothing() {
        try (Installation installed = Installation.in(folder)) {
            Set<String> kept = atOnce(IntStream.range(0, PROXIES)
                    .<Callable<List<String>>>mapToObj(number -> () -> {
                        try (StdioClient client = installed.mcp()) {
                            client.initialize();
                            List<String> ids = work(client, number);
                            assertThat(client.end()).as(client.errors()).isZero();
                            assertThat(client.strangeLines()).isEmpty();
                            return ids;
                        }
                    })
                    .toList());

            assertThat(installed.servers()).hasSize(1);
            assertThat(stored(installed.http())).isEqualTo(kept);
        }
    }

    /** One agent's day; the ids of what it leaves. */
    private static List<String> work(McpClient client, int number) {
        List<String> kept = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            // One word, so that words find it and nothing else.
            String marker = "marker" + number + "x" + round + "end";
            Map<String, ?> metadata = Map.of("client", number, "round", round);
            JsonNode receipt = client.call("remember", Map.of("text", "This is " + marker, "metadata", metadata))
                    .expected();
            String id = receipt.path("id").asText();
            assertThat(receipt.path("durable").asBoolean()).isTrue();
            JsonNode found = client.call("recall", Map.of("query", marker, "mode", "words"))
                    .expected();
            assertThat(found.path("memories").findValuesAsText("id")).as(marker).containsExactly(id);
            JsonNode memory = client.call("get", Map.of("ids", List.of(id)))
                    .expected()
                    .path("memories")
                    .path(0);
            assertThat(memory.path("text").asText()).isEqualTo("This is " + marker);
            assertThat(memory.at("/metadata/client").asInt()).isEqualTo(number);
            if (round % 2 == 0) {
                kept.add(id);
                continue;
            }
            assertThat(client.call("forget", Map.of("ids", List.of(id)))
                            .expected()
                            .path("deleted")
                            .asInt())
                    .isEqualTo(1);
            assertThat(client.call("recall", Map.of("query", marker, "mode", "words"))
                            .expected()
                            .path("memories"))
                    .isEmpty();
        }
        return kept;
    }

    private static Set<String> atOnce(List<Callable<List<String>>> agents) {
        Set<String> all = new TreeSet<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(agents.size())) {
            List<Future<List<String>>> answers = new ArrayList<>();
            agents.forEach(agent -> answers.add(threads.submit(agent)));
            for (Future<List<String>> answer : answers) {
                all.addAll(answer.get(10, TimeUnit.MINUTES));
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("An agent failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
        return all;
    }

    /** The ids of all that is stored. */
    static Set<String> stored(Http http) {
        return new TreeSet<>(exported(http, "/id"));
    }

    /** The texts of all that is stored. */
    static List<String> texts(Http http) {
        return exported(http, "/content/text");
    }

    private static List<String> exported(Http http, String pointer) {
        return http.get("/v1/events/export")
                .body()
                .lines()
                .map(line -> Http.tree(line).at(pointer).asText())
                .toList();
    }
}
