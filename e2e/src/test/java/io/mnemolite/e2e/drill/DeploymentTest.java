package io.mnemolite.e2e.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.postgres.embedded.TestPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@link DeploymentDrill}: one release after another, a killed deployer, a rollback, light traffic. */
class DeploymentTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String SETTINGS = """
            observation.seconds=2
            observation.latency-floor-milliseconds=2000
            warm-up.seconds=0.5
            start.seconds=90
            """;

    @TempDir
    static Path shared = Path.of("");

    private static Path first = Path.of("");
    private static Path second = Path.of("");
    private static Path broken = Path.of("");

    @TempDir
    Path directory;

    @BeforeAll
    static void pack() throws IOException {
        Archives archives = new Archives(shared);
        first = archives.good("1.0.0");
        second = archives.good("1.1.0");
        broken = archives.broken("2.0.0", "echo 'This table is not mine.'; exit 1");
    }

    @Test
    void applyAndRollback_underTraffic_loseNothing() throws IOException {
        TestPostgres postgres = TestPostgres.bundled();
        try (DrillHost host = new DrillHost(directory.resolve("root"), url(postgres), SETTINGS)) {
            assertThat(host.deployed(0, "apply", "--dry-run", first.toString())).contains("switch:");
            assertThat(host.journal()).isEmpty();
            assertThat(host.deployed(0, "apply", first.toString())).contains("Release 1.0.0 serves in slot blue");
            try (Traffic traffic = Traffic.start(host.port(), 50, new SplittableRandom(5))) {
                killInTheWindow(host, second);
                assertThat(host.deployed(0, "apply", second.toString())).contains("Release 1.1.0 serves in slot green");
                assertThat(host.deployed(0, "rollback")).contains("Release 1.0.0 serves in slot blue");
                assertThat(host.deployed(0, "rollback")).contains("already");
                traffic.stop();
                assertThat(traffic.failures()).isEmpty();
                traffic.checkLedger(host.http());
            }
            host.haproxy().restart();
            assertThat(host.http().get("/health").status()).isEqualTo(200);
            assertThat(host.server("blue").map(ProcessHandle::isAlive)).contains(true);
            assertThat(host.server("green")).isEmpty();
        }
    }

    @Test
    void testAndBenchmark_ofARelease_leaveWhatServesAlone() throws IOException {
        TestPostgres postgres = TestPostgres.bundled();
        try (DrillHost host = new DrillHost(directory.resolve("root"), url(postgres), SETTINGS)) {
            host.deployed(0, "apply", first.toString());
            host.http().store("{\"text\":\"the harbour opens at dawn\"}", "{}");
            List<String> journal = host.journal();

            assertThat(host.deployed(0, "test", second.toString()).lines().filter(line -> line.matches("[a-z ]+: .*")))
                    .extracting(line -> line.substring(0, line.indexOf(':')))
                    .containsExactly("archive", "backup", "migration", "start", "smoke test", "neighbours", "baseline");
            assertThat(host.deployed(1, "test", broken.toString())).contains("This table is not mine.");
            assertThat(host.deployed(0, "benchmark", "--pairs", "2", "--seconds", "1", second.toString()))
                    .contains("throughput", "p99", "new/old", "caches of 1.1.0: {", "pool 20 + 10");

            assertThat(host.journal()).isEqualTo(journal);
            assertThat(host.http().get("/v1/events?limit=10").json().path("events"))
                    .as("the smoke tests wrote elsewhere")
                    .hasSize(1);
        }
    }

    /** The next run finishes what has switched. */
    private static void killInTheWindow(DrillHost host, Path archive) {
        int since = host.journal().size();
        DrillHost.Run run = host.deploy("apply", archive.toString());
        Steps.await(host, run, "observe", since, PATIENCE);
        run.kill();
    }

    private static String url(TestPostgres postgres) {
        String jdbc = postgres.freshDatabase();
        URI uri = URI.create(jdbc.substring("jdbc:".length()));
        return "postgresql://" + postgres.server().user() + ":"
                + postgres.server().password() + "@127.0.0.1:" + uri.getPort() + uri.getPath();
    }
}
