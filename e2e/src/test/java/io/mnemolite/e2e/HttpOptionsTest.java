package io.mnemolite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.e2e.Http.Answer;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Options of the server that show in its answers, set to other values than the defaults. */
class HttpOptionsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int STREAMS_AT_ONCE = 4;

    @TempDir
    private static Path directory;

    private static PackagedServer server;
    private static Http http;

    @BeforeAll
    static void start() {
        server = LocalServers.start(
                directory.resolve("home"),
                LocalServers.MOCK,
                "--http.stream-idle-timeout=2s",
                "--metrics.enabled=false",
                "--cache.event.max-items=0",
                "--cache.search.max-items=0",
                "--cache.graph.max-items=0",
                "--profiling.enabled=true");
        http = server.http();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void metrics_disabled_doNotExist() {
        for (Answer answer : List.of(http.get("/metrics"), http.get("/metrics/"), http.post("/metrics", "{}"))) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.sentence()).isEqualTo("Not Found");
            assertThat(answer.json().path("request_id").asText()).isNotEmpty();
        }
    }

    @Test
    void caches_off_keepNothing() {
        String path =
                "/v1/events/" + http.store("{\"text\":\"kept nowhere\"}", "{}").id();
        String search = "{\"query\":\"nowhere\",\"mode\":\"hybrid\"}";
        for (int time = 0; time < 2; time++) {
            assertThat(http.get(path).status()).isEqualTo(200);
            assertThat(http.post("/v1/search/", search).body()).contains("kept nowhere");
            assertThat(http.get("/api/graph/nodes").status()).isEqualTo(200);
        }
        for (String cache : List.of("event_cache", "search_cache", "graph_cache")) {
            JsonNode figures = http.get("/v1/events/cache/stats").json().path(cache);
            assertThat(figures.path("max_items").asInt(-1)).as(cache).isZero();
            assertThat(figures.path("items_cached").asInt(-1)).as(cache).isZero();
            assertThat(figures.path("hits").asInt(-1)).as(cache).isZero();
        }
        assertThat(http.delete(path).status()).isEqualTo(204);
    }

    @Test
    void profiling_enabled_saysWhereTheTimeWent() {
        assertThat(http.get("/v1/events?limit=1").header("Server-Timing"))
                .matches("wait;dur=[0-9.]+, work;dur=[0-9.]+(, (pool|sql|serialisation);dur=[0-9.]+){3}");
        assertThat(http.get("/v1/events/no-id").header("Server-Timing")).startsWith("wait;dur=");
        assertThat(SharedServer.http().get("/readiness").header("Server-Timing"))
                .isEmpty();
    }

    @Test
    void import_thatFallsSilent_isGivenUp() {
        String answer = new RawHttp(http)
                .exchangeToTheEnd("POST /v1/events/import HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99\r\n\r\n{");

        assertThat(RawHttp.status(answer)).isIn(0, 408);
        Polling.until("the log says so", PATIENCE, () -> server.output().contains("A caller broke its request off"));
        assertThat(server.output()).doesNotContain("failed unexpectedly");
    }

    @Test
    void exports_thatNobodyTakes_giveTheirPlacesBack() throws IOException {
        String event = "{\"content\":{\"note\":\"" + "x".repeat(50_000) + "\"}}";
        String events = "{\"events\":[" + String.join(",", Collections.nCopies(250, event)) + "]}";
        http.post("/v1/events/batch?include_embedding=false", events);
        List<Socket> stalled = new ArrayList<>();
        try {
            for (int i = 0; i < STREAMS_AT_ONCE; i++) {
                stalled.add(new RawHttp(http).stalled("GET /v1/events/export HTTP/1.1\r\nHost: localhost\r\n\r\n"));
            }
            assertThat(http.post("/v1/events/import", "\n").status()).isEqualTo(503);

            Polling.until(
                    "an import has a place",
                    PATIENCE,
                    () -> http.post("/v1/events/import", "\n").status() == 200);
            assertThat(http.get("/v1/events/export").body().lines()).hasSize(250);
        } finally {
            for (Socket socket : stalled) {
                socket.close();
            }
        }
    }
}
