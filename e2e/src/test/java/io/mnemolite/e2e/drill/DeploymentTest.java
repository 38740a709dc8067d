package io.mnemolite.e2e.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.postgres.embedded.TestPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@link DeploymentDrill}: one release after another, a killed deployer, a rollback, light traffic. */
class DeploymentTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    static final String SETTINGS = """
            observation.seconds=2
            observation.latency-floor-milliseconds=2000
            warm-up.seconds=0.5
            start.seconds=90
            """;

    @TempDir
    Path directory;

    @Test
    void applyAndRollback_underTraffic_loseNothing() throws IOException {
        Archives archives = new Archives(directory.resolve("archives"));
        Path first = archives.good("1.0.0");
        Path second = archives.good("1.1.0");
        TestPostgres postgres = TestPostgres.bundled();
        try (DrillHost host = new DrillHost(directory.resolve("root"), url(postgres), SETTINGS, false)) {
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
            startAfterTheMachineWasOff(host);
        }
    }

    private static void startAfterTheMachineWasOff(DrillHost host) {
        assertThat(host.deployed(0, "start")).contains("already");
        ProcessHandle server = host.server("blue").orElseThrow();
        CompletableFuture<ProcessHandle> end = server.onExit();
        server.destroyForcibly();
        end.join();

        assertThat(host.deployed(0, "start", "--json"))
                .contains("{\"mode\":\"start\",\"release\":\"1.0.0\",\"slot\":\"blue\",\"changed\":true,");

        assertThat(host.http().get("/health").status()).isEqualTo(200);
    }

    /** The next run finishes what has switched. */
    private static void killInTheWindow(DrillHost host, Path archive) {
        long since = host.journalSize();
        DrillHost.Run run = host.deploy("apply", archive.toString());
        Steps.await(host, run, "observe", since, PATIENCE);
        run.kill();
    }

    static String url(TestPostgres postgres) {
        String jdbc = postgres.freshDatabase();
        URI uri = URI.create(jdbc.substring("jdbc:".length()));
        return "postgresql://" + postgres.server().user() + ":"
                + postgres.server().password() + "@127.0.0.1:" + uri.getPort() + uri.getPath();
    }
}
