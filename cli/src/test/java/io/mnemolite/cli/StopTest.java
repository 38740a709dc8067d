package io.mnemolite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.cli.CommandLineRun.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopTest {

    /** Stands in for the server: a Java program that runs until it is stopped. */
    static final class Sleeper {

        private Sleeper() {}

        public static void main(String[] arguments) throws InterruptedException {
            Thread.currentThread().join();
        }
    }

    @TempDir
    Path home = Path.of("");

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void endProcesses() {
        processes.forEach(Process::destroyForcibly);
    }

    private Process start(String argument) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        Path.of("target", "test-classes").toString(),
                        Sleeper.class.getName(),
                        argument)
                .start();
        processes.add(process);
        return process;
    }

    private void state(long pid, Instant startedAt) throws IOException {
        Files.writeString(
                home.resolve("server.json"),
                "{\"pid\":" + pid + ",\"url\":\"http://127.0.0.1:1\",\"startedAt\":\"" + startedAt
                        + "\",\"version\":\"0.1.0\"}");
    }

    private Result stop(String... more) {
        List<String> arguments = new ArrayList<>(List.of("stop"));
        arguments.addAll(List.of(more));
        return new CommandLineRun(home).run(arguments.toArray(String[]::new));
    }

    @Test
    void server_isAskedToEndAndAwaited() throws IOException {
        Process server = start("quarkus-run.jar");
        state(server.pid(), Instant.now());
        Result result = stop();
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).matches("Stopped the server \\(pid " + server.pid() + "\\) in \\d+\\.\\d s\\.\n");
        assertThat(result.exitCode()).isZero();
        assertThat(server.isAlive()).isFalse();
    }

    @Test
    void nothingRuns_isNoFailure() {
        Result result = stop();
        assertThat(result.out()).isEqualTo("No MnemoLite server runs in " + home + ".\n");
        assertThat(result.exitCode()).isZero();
        assertThat(ServerTest.json(stop("--json").out()).path("stopped").asBoolean(true))
                .isFalse();
    }

    @Test
    void killedServer_isNoFailure() throws IOException, InterruptedException {
        Process server = start("quarkus-run.jar");
        server.destroyForcibly().waitFor();
        state(server.pid(), Instant.now());
        assertThat(stop().out()).contains("the one with pid " + server.pid() + " has ended without saying so");
    }

    @Test
    void strangerWithThePid_isLeftAlone() throws IOException {
        Process younger = start("quarkus-run.jar");
        state(younger.pid(), Instant.now().minusSeconds(3600));
        assertThat(stop().exitCode()).isZero();
        Process other = start("other.jar");
        state(other.pid(), Instant.now());
        assertThat(stop().exitCode()).isZero();
        assertThat(younger.isAlive()).isTrue();
        assertThat(other.isAlive()).isTrue();
    }
}
