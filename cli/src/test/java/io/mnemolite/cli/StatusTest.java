package io.mnemolite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.cli.CommandLineRun.Result;
import org.junit.jupiter.api.Test;

class StatusTest extends ServerTest {

    private void healthy() {
        server.on(
                        "GET /health",
                        200,
                        "{\"status\":\"healthy\",\"services\":{\"postgres\":{\"status\":\"ok\",\"version\":\"18.6\"}}}")
                .on("GET /", 200, "{\"name\":\"MnemoLite API\",\"version\":\"0.1.0\"}")
                .on("GET /performance/system", 200, "{\"process\":{\"pid\":42,\"uptime_seconds\":5000}}")
                .on("GET /api/monitoring/metrics", 200, "{\"total_events\":12345,\"db_size_mb\":12.3}")
                .on("GET /v1/index/status", 200, "{\"state\":\"rebuilding\",\"done\":10,\"total\":2000}")
                .on(
                        "GET /v1/embedding/status",
                        200,
                        "{\"model\":\"bge\",\"dimension\":384,\"awaiting\":3,\"total\":1000}")
                .on(
                        "GET /v1/events/cache/stats",
                        200,
                        "{\"event_cache\":{\"hits\":4,\"misses\":1,\"hit_rate\":\"80.00%\",\"items_cached\":1,"
                                + "\"max_items\":1000,\"memory_bytes\":1500}}");
    }

    @Test
    void healthyServer_isShownAligned() {
        healthy();
        Result result = run("status");
        assertThat(result.out()).isEqualTo("MnemoLite 0.1.0 at " + server.url() + """
                         is healthy
                          process   pid 42, up 1 h 23 min
                          data      12.3 MB
                          database  ok, 18.6
                          events    12,345
                          index     rebuilding, 10 of 2,000 events
                          vectors   bge (384 dimensions), 3 of 1,000 wait for theirs
                          caches    event     80.00% of 5 reads hit, 1 of 1,000 entries, 1.5 kB
                        """);
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void json_isOneDocumentWithEveryPart() {
        healthy();
        Result result = run("status", "--json");
        assertThat(json(result.out()).fieldNames())
                .toIterable()
                .containsExactly(
                        "url", "healthy", "health", "server", "system", "store", "index", "embedding", "caches");
        assertThat(json(result.out()).path("healthy").asBoolean()).isTrue();
    }

    @Test
    void colours_onlyOnATerminalWithoutNoColor() {
        healthy();
        assertThat(commandLine().onTerminal().run("status").out()).contains("\u001B[32mhealthy");
        assertThat(commandLine()
                        .onTerminal()
                        .with("NO_COLOR", "1")
                        .run("status")
                        .out())
                .doesNotContain("\u001B");
    }

    @Test
    void degradedServer_isShownAndExitsWith1() {
        server.on(
                "GET /health",
                503,
                "{\"status\":\"degraded\",\"services\":{\"postgres\":{\"status\":\"error\",\"message\":\"refused\"}}}");
        Result result = run("status");
        assertThat(result.out()).contains("is degraded").contains("database  error, refused");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void missingKey_exitsWith4AndSaysWhatToDo() {
        healthy();
        server.on("GET /performance/system", 401, "{\"detail\":\"This server asks for a key.\"}");
        server.on("GET /performance/system", 401, "{\"detail\":\"This server asks for a key.\"}");
        run("status");
        Result result = run("status");
        assertThat(result.err())
                .isEqualTo("This server asks for a key.\n"
                        + "Give the server's key in MNEMOLITE_API_KEY or with --api-key-file.\n");
        assertThat(result.exitCode()).isEqualTo(4);
    }

    @Test
    void somethingElseAtTheAddress_isNamed() {
        server.on("GET /health", 200, "<html>");
        Result result = run("status");
        assertThat(result.err()).contains("what answers at " + server.url() + " is not a MnemoLite server");
        assertThat(result.exitCode()).isEqualTo(1);
    }
}
