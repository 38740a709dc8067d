package io.mnemolite.e2e.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.e2e.Http;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A host under traffic with two releases, the first of which serves. {@code ./dev drill} runs what is drilled on it;
 * {@code --rate} and {@code --rounds} change its size.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HostUnderTraffic {

    static final int RATE = Integer.getInteger("mnemolite.drill.rate", 300);

    /** The server's poll interval, and what a loaded machine adds. */
    private static final long STALE_MILLIS = 1_500;

    static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String SETTINGS = """
            observation.seconds=4
            observation.latency-floor-milliseconds=500
            warm-up.seconds=4
            start.seconds=60
            backup.keep=3
            drain.seconds=5
            """;

    @TempDir
    static Path directory = Path.of("");

    DebianPostgres postgres;
    DrillHost host;
    Archives archives;
    Path first;
    Path second;
    Traffic traffic;
    private int journalBefore;

    @BeforeAll
    void serve() throws IOException {
        postgres = new DebianPostgres(directory.resolve("postgres").toAbsolutePath());
        host = new DrillHost(directory.resolve("root"), postgres.url(), SETTINGS, true);
        archives = new Archives(directory.resolve("archives"));
        first = archives.good("1.0.0");
        second = archives.good("1.1.0");
        host.deployed(0, "apply", first.toString());
    }

    /** Each test begins and ends with the first release. */
    @BeforeEach
    void begin() {
        long seed = Long.getLong("mnemolite.seed", System.nanoTime());
        System.out.println("Seed " + seed);
        journalBefore = host.journal().size();
        traffic = Traffic.start(host.port(), RATE, new SplittableRandom(seed));
    }

    @AfterEach
    void end() {
        traffic.close();
        System.out.printf(
                Locale.ROOT,
                "%d requests, %.1f/s of %d/s, %d failed; %d events stored; the slowest took %d ms, the latest began %d ms"
                        + " after its time; %d answers did not show the caller's last write, the oldest of which had been"
                        + " acknowledged %d ms before%n",
                traffic.requests(),
                traffic.rateReached(),
                RATE,
                traffic.failures().size(),
                traffic.stored(),
                traffic.slowestMillis(),
                traffic.latestMillis(),
                traffic.stale(),
                traffic.stalestMillis());
        System.out.println("| step | done | median | slowest |\n|---|---|---|---|\n"
                + String.join(
                        "\n",
                        Steps.times(host.journal()
                                .subList(journalBefore, host.journal().size()))));
    }

    @AfterAll
    void stop() throws IOException {
        host.close();
        postgres.close();
    }

    void checkTraffic() {
        traffic.stop();
        assertThat(traffic.failures()).isEmpty();
        traffic.checkLedger(host.http());
        assertThat(traffic.stalestMillis()).isLessThanOrEqualTo(STALE_MILLIS);
    }

    /** Where nothing is slowed down on purpose, requests are made in time as well. */
    void checkRate() {
        assertThat(traffic.rateReached()).as("requests a second").isGreaterThan(0.95 * RATE);
    }

    /** Seconds from the start of the command's process to the switch. */
    double rollback() {
        Instant begin = Instant.now();
        assertThat(host.deployed(0, "rollback")).contains("Release 1.0.0 serves");
        Instant switched = host.journal().stream()
                .filter(line -> line.matches(".*\"step\":\"(switch|return)\",\"state\":\"done\".*"))
                .map(line -> Instant.parse(Http.tree(line).path("at").asText()))
                .reduce((older, newer) -> newer)
                .orElseThrow();
        return Duration.between(begin, switched).toMillis() / 1_000.0;
    }

    void signal(String name, long pid) {
        Processes.run(List.of("kill", "-" + name, Long.toString(pid)), directory.resolve("kill.log"));
    }
}
