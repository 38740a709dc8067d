package io.mnemolite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.cli.CommandLineRun.Result;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class AwaitTest extends ServerTest {

    private static final String SELF = String.valueOf(ProcessHandle.current().pid());

    @Test
    void readyServer_printsItsAddress() throws IOException {
        server.on("GET /readiness", 503, "{\"status\":\"error\"}").on("GET /readiness", 200, "{\"status\":\"ok\"}");
        Files.createDirectories(folder.resolve("home"));
        Files.writeString(
                folder.resolve("home/server.json"),
                "{\"pid\":" + SELF + ",\"url\":\"" + server.url() + "\",\"startedAt\":\"2026-01-01T00:00:00Z\"}");
        assertThat(run("await", "--pid", SELF)).isEqualTo(new Result(0, server.url() + "\n", ""));
    }

    @Test
    void serverThatNeverComes_isGivenUp() {
        Result result = run("await", "--pid", SELF, "--timeout", "0");
        assertThat(result.err()).startsWith("The server (pid " + SELF + ") runs but is not ready after 0 s.");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void deadServer_isNoticed() throws IOException, InterruptedException {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        assertThat(run("await", "--pid", String.valueOf(ended.pid())).exitCode())
                .isEqualTo(3);
    }
}
