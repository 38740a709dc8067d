package io.mnemolite.e2e.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.e2e.Http;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten times apply and rollback under traffic, a kill at every step, and releases that must not stay. {@code ./dev drill}
 * runs it; {@code --rate} and {@code --rounds} change its size.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeploymentDrill {

    private static final int RATE = Integer.getInteger("mnemolite.drill.rate", 300);
    private static final int ROUNDS = Integer.getInteger("mnemolite.drill.rounds", 10);
    private static final int ATTEMPTS = 6;

    /** The server's poll interval, and what a loaded machine adds. */
    private static final long STALE_MILLIS = 1_500;

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> BEFORE_THE_SWITCH = List.of(
            "unpack", "back_up", "migrate", "train", "prepare", "start", "health", "catch_up", "warm_up", "switch");
    private static final List<String> AFTER_THE_SWITCH = List.of("observe", "retire");
    private static final String SETTINGS = """
            observation.seconds=4
            observation.latency-floor-milliseconds=500
            warm-up.seconds=4
            start.seconds=60
            backup.keep=3
            """;

    @TempDir
    static Path directory = Path.of("");

    private DebianPostgres postgres;
    private DrillHost host;
    private Archives archives;
    private Path first;
    private Path second;
    private Traffic traffic;
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

    private void checkTraffic() {
        traffic.stop();
        assertThat(traffic.failures()).isEmpty();
        traffic.checkLedger(host.http());
        assertThat(traffic.stalestMillis()).isLessThanOrEqualTo(STALE_MILLIS);
    }

    /** Where nothing is slowed down on purpose, requests are made in time as well. */
    private void checkRate() {
        assertThat(traffic.rateReached()).as("requests a second").isGreaterThan(0.95 * RATE);
    }

    @Test
    void applyAndRollback_tenTimes_noRequestFails() {
        List<Double> warm = new ArrayList<>();
        List<Double> cold = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            if (round % 2 == 0) {
                assertThat(host.deployed(0, "apply", second.toString())).contains("Release 1.1.0 serves");
                cold.add(rollback());
            } else {
                long since = host.journalSize();
                DrillHost.Run apply = host.deploy("apply", second.toString());
                Steps.await(host, apply, "observe", since, PATIENCE);
                warm.add(rollback());
                assertThat(apply.await()).as(apply.text()).isEqualTo(6);
            }
        }
        System.out.println("Rollbacks, from the command's start until requests went back, warm: " + warm + " s, cold: "
                + cold + " s; the slowest took " + slowest(warm) + " s warm and " + slowest(cold) + " s cold");
        checkTraffic();
        checkRate();
        assertThat(slowest(warm)).isLessThanOrEqualTo(3);
        assertThat(slowest(cold)).isLessThanOrEqualTo(10);
    }

    private static double slowest(List<Double> seconds) {
        return seconds.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    /** Seconds from the start of the command's process to the switch. */
    private double rollback() {
        Instant begin = Instant.now();
        assertThat(host.deployed(0, "rollback")).contains("Release 1.0.0 serves");
        Instant switched = host.journal().stream()
                .filter(line -> line.matches(".*\"step\":\"(switch|return)\",\"state\":\"done\".*"))
                .map(line -> Instant.parse(Http.tree(line).path("at").asText()))
                .reduce((older, newer) -> newer)
                .orElseThrow();
        return Duration.between(begin, switched).toMillis() / 1_000.0;
    }

    /** What fails until the old release has started is what no deployer can save; the rest holds. */
    @Test
    void rollback_newReleaseIsDead_servesSoonAndLosesNothing() {
        assertThat(host.deployed(0, "apply", second.toString())).contains("Release 1.1.0 serves");
        assertThat(traffic.failures()).isEmpty();
        host.server("green").orElseThrow().destroyForcibly();
        double seconds = rollback();
        // What waited at the moment of the switch is over.
        traffic.awaitRequests(RATE);
        int failed = traffic.failures().size();
        traffic.awaitRequests(RATE);
        traffic.stop();
        System.out.println("The new release was dead: requests were answered again " + seconds
                + " s after the rollback's start, " + failed + " of " + traffic.requests() + " failed until then");
        assertThat(traffic.failures()).hasSize(failed);
        traffic.checkLedger(host.http());
        assertThat(seconds).isLessThanOrEqualTo(10);
    }

    @Test
    void deployer_killedAtEveryStep_noRequestFails() {
        for (String step : BEFORE_THE_SWITCH) {
            killAt(step);
            assertThat(host.deployed(0, "rollback")).contains("Release 1.0.0 serves");
        }
        for (String step : AFTER_THE_SWITCH) {
            killAt(step);
            // Finished by the next run, which then has nothing else to do.
            assertThat(host.deployed(0, "apply", second.toString())).contains("Release 1.1.0 serves");
            assertThat(host.deployed(0, "rollback")).contains("Release 1.0.0 serves");
        }
        checkTraffic();
        checkRate();
    }

    /** The deployer dies within the step; tried again when the step was over sooner than it could be killed. */
    private void killAt(String step) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            long since = host.journalSize();
            DrillHost.Run run = host.deploy("apply", second.toString());
            Steps.await(host, run, step, since, PATIENCE);
            run.kill();
            String last = host.journal().getLast();
            System.out.println("Killed at: " + last);
            if (last.contains("\"step\":\"" + step + "\",\"state\":\"started\"")) {
                return;
            }
            host.deployed(0, "rollback");
        }
        throw new AssertionError("The deployer could not be killed within " + step);
    }

    @Test
    void releasesThatMustNotStay_endOnTheOneBefore() throws IOException {
        Path dead = archives.broken("2.0.0", "[ \"$1\" = migrate ] && exit 0; echo 'I cannot start.'; exit 1");
        assertThat(host.deployed(6, "apply", dead.toString()))
                .contains("I cannot start.")
                .contains("Release 1.0.0 serves in slot blue, as before.");

        Path unmigrated = archives.broken("2.1.0", "echo 'This table is not mine.'; exit 1");
        assertThat(host.deployed(6, "apply", unmigrated.toString()))
                .contains("This table is not mine.")
                .contains("Release 1.0.0 serves in slot blue, as before.");

        long since = host.journalSize();
        DrillHost.Run slow = host.deploy("apply", second.toString());
        Steps.await(host, slow, "observe", since, PATIENCE);
        slowDown(slow);
        assertThat(slow.await()).as(slow.text()).isEqualTo(6);
        assertThat(slow.text()).contains("p99").contains("Release 1.0.0 serves in slot blue, as before.");

        checkTraffic();
        assertThat(host.server("blue").map(ProcessHandle::isAlive)).contains(true);
        assertThat(host.server("green").filter(ProcessHandle::isAlive)).isEmpty();
    }

    /** Stops the new server most of the time while it is observed. */
    private void slowDown(DrillHost.Run run) {
        long pid = host.server("green").orElseThrow().pid();
        long since = host.journalSize();
        while (run.process().isAlive() && !host.hasStarted("return", since)) {
            signal("STOP", pid);
            LockSupport.parkNanos(1_500_000_000);
            signal("CONT", pid);
            LockSupport.parkNanos(100_000_000);
        }
    }

    private void signal(String name, long pid) {
        Processes.run(List.of("kill", "-" + name, Long.toString(pid)), directory.resolve("kill.log"));
    }
}
