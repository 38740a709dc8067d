package io.mnemolite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.cli.CommandLineRun.Result;
import org.junit.jupiter.api.Test;

class JobTest extends ServerTest {

    @Test
    void reindex_waitsUntilReady() {
        server.on("POST /v1/index/rebuild", 202, "")
                .on("GET /v1/index/status", 200, "{\"state\":\"rebuilding\",\"done\":0,\"total\":2000}")
                .on("GET /v1/index/status", 200, "{\"state\":\"rebuilding\",\"done\":900,\"total\":2000}")
                .on("GET /v1/index/status", 200, "{\"state\":\"ready\",\"done\":2000,\"total\":2000}");
        Result result = run("reindex");
        assertThat(result.out()).isEqualTo("The index is ready, 2,000 events.\n");
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(server.requests()).hasSize(4);
    }

    @Test
    void reindex_onATerminal_drawsABar() {
        server.on("POST /v1/index/rebuild", 202, "{}")
                .on("GET /v1/index/status", 200, "{\"state\":\"rebuilding\",\"done\":500,\"total\":2000}")
                .on("GET /v1/index/status", 200, "{\"state\":\"ready\"}");
        Result result = commandLine().onTerminal().run("reindex");
        assertThat(result.err()).isEqualTo("\rIndexing [#####---------------] 500 events, 25 %\u001B[K\r\u001B[K");
    }

    @Test
    void reindex_damaged_saysWhy() {
        server.on("POST /v1/index/rebuild", 202, "")
                .on("GET /v1/index/status", 200, "{\"state\":\"damaged\",\"reason\":\"The disk is full.\"}");
        Result result = run("reindex", "--json");
        assertThat(result.err()).isEqualTo("The index is damaged. The disk is full.\n");
        assertThat(result.out()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void reembed_waitsForTheLastVector() {
        server.on("POST /v1/embedding/reembed", 202, "")
                .on("GET /v1/embedding/status", 200, "{\"model\":\"m\",\"dimension\":384,\"awaiting\":5,\"total\":9}")
                .on("GET /v1/embedding/status", 200, "{\"model\":\"m\",\"dimension\":384,\"awaiting\":0,\"total\":9}");
        Result result = run("reembed");
        assertThat(result.out()).isEqualTo("Every vector is of model m (384 dimensions), 9 events.\n");
        assertThat(json(run("reembed", "--json").out()).path("awaiting").asInt(-1))
                .isZero();
    }

    @Test
    void verify_showsEachCheck() {
        server.on(
                "GET /v1/verify",
                200,
                "{\"ok\":false,\"checks\":[{\"name\":\"store\",\"ok\":true,\"detail\":\"12 events\"},"
                        + "{\"name\":\"index\",\"ok\":false,\"detail\":\"3 events are missing.\"}]}");
        Result result = run("verify");
        assertThat(result.out()).isEqualTo("""
                ok      store
                        12 events
                FAILED  index
                        3 events are missing.
                At least one check failed.
                """);
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(run("verify", "--json").exitCode()).isEqualTo(1);
    }

    @Test
    void running_tellsByItsExitCode() {
        server.on("GET /health", 503, "{\"status\":\"degraded\"}");
        assertThat(run("running")).isEqualTo(new Result(0, "", ""));
        server.close();
        assertThat(run("running")).isEqualTo(new Result(3, "", ""));
    }
}
