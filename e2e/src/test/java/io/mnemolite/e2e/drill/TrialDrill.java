package io.mnemolite.e2e.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.postgres.embedded.TestPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release is tried and compared beside the one that serves, which hears nothing of it. */
class TrialDrill {

    @TempDir
    Path directory;

    @Test
    void testAndBenchmark_ofARelease_leaveWhatServesAlone() throws IOException {
        Archives archives = new Archives(directory.resolve("archives"));
        Path first = archives.good("1.0.0");
        Path second = archives.good("1.1.0");
        Path broken = archives.broken("2.0.0", "echo 'This table is not mine.'; exit 1");
        TestPostgres postgres = TestPostgres.bundled();
        try (DrillHost host = new DrillHost(
                directory.resolve("root"), DeploymentTest.url(postgres), DeploymentTest.SETTINGS, false)) {
            host.deployed(0, "apply", first.toString());
            host.http().store("{\"text\":\"the harbour opens at dawn\"}", "{}");
            List<String> journal = host.journal();
            ProcessHandle left = killWithinATrial(host, second);
            assertThat(left.isAlive()).isTrue();
            assertThat(host.files("trial")).contains("backup.zip", "new");

            assertThat(host.deployed(0, "test", second.toString()).lines().filter(line -> line.matches("[a-z ]+: .*")))
                    .extracting(line -> line.substring(0, line.indexOf(':')))
                    .containsExactly("archive", "backup", "migration", "start", "smoke test", "neighbours", "baseline");
            assertThat(left.isAlive())
                    .as("the server of the trial that was killed")
                    .isFalse();
            assertThat(host.deployed(1, "test", broken.toString())).contains("This table is not mine.");
            assertThat(host.deployed(0, "benchmark", "--pairs", "2", "--seconds", "1", second.toString()))
                    .contains(
                            "throughput", "p99", "new/old", "caches of 1.1.0: {", "pool 20 + 10", "configured 10 + 5");

            assertThat(host.journal()).startsWith(journal.toArray(String[]::new));
            assertThat(host.journal().subList(journal.size(), host.journal().size()))
                    .extracting(line -> line.replaceFirst(
                            ".*\"mode\":\"(\\w+)\",\"release\":\"([^\"]+)\",\"state\":\"(\\w+)\".*", "$1 $2 $3"))
                    .containsExactly(
                            "test 1.1.0 started",
                            "test 1.1.0 started",
                            "test 1.1.0 done",
                            "test 2.0.0 started",
                            "test 2.0.0 failed",
                            "benchmark 1.1.0 started",
                            "benchmark 1.1.0 done");
            assertThat(host.files("trial")).as("copies of the data").isEmpty();
            assertThat(host.files("scratch")).as("copies of the data").isEmpty();
            assertThat(host.http().get("/v1/events?limit=10").json().path("events"))
                    .as("the smoke tests wrote elsewhere")
                    .hasSize(1);
        }
    }

    /** Its server runs on, and its copy of everything lies there, until the next command. */
    private static ProcessHandle killWithinATrial(DrillHost host, Path archive) {
        DrillHost.Run run = host.deploy("test", archive.toString());
        while (host.trialServer("new").isEmpty()) {
            if (!run.process().isAlive()) {
                throw new AssertionError(run.text());
            }
            LockSupport.parkNanos(5_000_000);
        }
        run.kill();
        return host.trialServer("new").orElseThrow();
    }
}
