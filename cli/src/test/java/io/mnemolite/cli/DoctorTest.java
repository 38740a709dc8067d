package io.mnemolite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.cli.CommandLineRun.Result;
import org.junit.jupiter.api.Test;

/** What the doctor says of servers that are not well; a server that is well is checked by {@code DoctorCommandTest} of e2e. */
class DoctorTest extends ServerTest {

    private void well() {
        server.on("GET /readiness", 200, "{\"status\":\"ok\",\"message\":\"The server is ready.\"}")
                .on(
                        "GET /v1/index/status",
                        200,
                        "{\"state\":\"ready\",\"lag_seconds\":0.25,\"code\":{\"state\":\"ready\"}}")
                .on("GET /v1/embedding/status", 200, "{\"model\":\"bge\",\"awaiting\":1,\"total\":5}")
                .on("GET /performance/system", 200, "{\"host\":{\"disk_free_bytes\":5000000000}}")
                .on(
                        "GET /ui/",
                        200,
                        "<h1>Dashboard</h1><a href=\"/ui/search\">Search</a><link href=\"/ui/assets/a.css\">");
    }

    private JsonNode check(Result result, String name) {
        for (JsonNode check : json(result.out()).path("checks")) {
            if (check.path("name").asText().equals(name)) {
                return check;
            }
        }
        throw new AssertionError("No check " + name + " in " + result.out());
    }

    @Test
    void server_thatIsWell_passesAndExitsWith0() {
        well();
        healthy();
        Result result = run("doctor");
        assertThat(result.out().lines().map(line -> line.replaceAll(" +\\d+ ms ", "")))
                .containsExactly(
                        "ok      health healthy, PostgreSQL 18.6",
                        "ok      readiness The server is ready.",
                        "ok      database pool 4 of 30 connections in use",
                        "ok      search index ready for events and code",
                        "ok      vectors bge, 1 of 5 events wait for theirs",
                        "ok      disk 5.0 GB free",
                        "ok      API routes 2 routes answered",
                        "ok      pages 2 pages answered",
                        "All 8 checks passed.");
        assertThat(result.exitCode()).isZero();
    }

    private void healthy() {
        server.on(
                        "GET /health",
                        200,
                        "{\"status\":\"healthy\",\"services\":{\"postgres\":{\"status\":\"ok\",\"version\":\"18.6\"}}}")
                .on(
                        "GET /performance/database/pool",
                        200,
                        "{\"size\":20,\"max_overflow\":10,\"checked_out\":4,\"waiting\":0}")
                .on(
                        "GET /openapi.json",
                        200,
                        "{\"paths\":{\"/health\":{\"get\":{}},\"/v1/x/{id}\":{\"get\":{}},\"/v1/events/export\":{\"get\":{}}}}")
                .on("GET /ui/search", 200, "<h1>Search</h1>");
    }

    @Test
    void server_thatIsNotWell_isDescribedAndExitsWith1() {
        well();
        server.on(
                        "GET /health",
                        503,
                        "{\"status\":\"degraded\",\"services\":{\"postgres\":{\"status\":\"error\",\"message\":\"refused\"}}}")
                .on(
                        "GET /performance/database/pool",
                        200,
                        "{\"size\":2,\"max_overflow\":1,\"checked_out\":3,\"waiting\":9}")
                .on("GET /openapi.json", 200, "{\"paths\":{\"/v1/broken\":{\"get\":{}}}}")
                .on("GET /v1/broken", 500, "{\"detail\":\"no\"}");
        Result result = run("doctor", "--json");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(json(result.out()).path("passed").asBoolean()).isFalse();
        assertThat(check(result, "health").path("detail").asText()).isEqualTo("The server says 'degraded': refused.");
        assertThat(check(result, "database pool").path("detail").asText())
                .contains("3 of 3 connections in use, and 9 requests wait for one");
        assertThat(check(result, "API routes").path("detail").asText()).isEqualTo("GET /v1/broken answered 500.");
        assertThat(check(result, "pages").path("detail").asText()).isEqualTo("/ui/search answered 404.");
        assertThat(check(result, "disk").path("passed").asBoolean()).isTrue();
    }

    @Test
    void check_thatTheServerRefuses_isAFailedCheckAmongTheOthers() {
        Result result = run("doctor", "full");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).contains("12 of 12 checks failed.");
    }

    @Test
    void wrongKey_andNoServer_haveTheirSentences() {
        assertThat(run("doctor", "--url", "http://127.0.0.1:1").exitCode()).isEqualTo(3);
        assertThat(run("doctor", "--rate", "0").err()).contains("--rate 0 is not a number from 1 to 10000.");
        assertThat(run("doctor", "slowly").exitCode()).isEqualTo(2);
    }
}
