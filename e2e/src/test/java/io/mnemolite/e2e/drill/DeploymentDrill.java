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
 * runs it; {@code -Dmnemolite.drill.rate} and {@code .rounds} change its size.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeploymentDrill {

    private static final int RATE = Integer.getInteger("mnemolite.drill.rate", 300);
    private static final int ROUNDS = Integer.getInteger("mnemolite.drill.rounds", 10);
    private static final int ATTEMPTS = 6;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> BEFORE_THE_SWITCH =
            List.of("unpack", "back_up", "migrate", "prepare", "start", "health", "catch_up", "warm_up", "switch");
    private static final List<String> AFTER_THE_SWITCH = List.of("observe", "retire");
    private static final String SETTINGS = """
            observation.seconds=4
            observation.latency-floor-milliseconds=500
            warm-up.seconds=1
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

    @BeforeAll
    void serve() throws IOException {
        postgres = new DebianPostgres(directory.resolve("postgres").toAbsolutePath());
        host = new DrillHost(directory.resolve("root"), postgres.url(), SETTINGS);
        archives = new Archives(directory.resolve("archives"));
        first = archives.good("1.0.0");
        second = archives.good("1.1.0");
        host.deployed(0, "apply", first.toString());
        awaitClassCache();
    }

    /** A release that has served for a minute has what makes its next start faster, and is no more busy making it. */
    private void awaitClassCache() throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!host.hasClassCache("blue")) {
            if (System.nanoTime() > end) {
                throw new AssertionError("The first release makes no class cache");
            }
            LockSupport.parkNanos(200_000_000);
        }
    }

    /** Each test begins and ends with the first release. */
    @BeforeEach
    void begin() {
        long seed = Long.getLong("mnemolite.seed", System.nanoTime());
        System.out.println("Seed " + seed);
        traffic = Traffic.start(host.port(), RATE, new SplittableRandom(seed));
    }

    @AfterEach
    void end() {
        traffic.close();
    }

    @AfterAll
    void stop() throws IOException {
        host.close();
        postgres.close();
    }

    private void checkTraffic() {
        traffic.stop();
        System.out.printf(
                Locale.ROOT,
                "%d requests, %d events stored, %d failed; the slowest took %d ms; %d answers did not show the caller's"
                        + " last write%n",
                traffic.requests(),
                traffic.stored(),
                traffic.failures().size(),
                traffic.slowestMillis(),
                traffic.stale());
        assertThat(traffic.failures()).isEmpty();
        traffic.checkLedger(host.http());
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
                int since = host.journal().size();
                DrillHost.Run apply = host.deploy("apply", second.toString());
                Steps.await(host, apply, "observe", since, PATIENCE);
                warm.add(rollback());
                assertThat(apply.await()).as(apply.text()).isEqualTo(6);
            }
        }
        System.out.println("Rollbacks, from the command's start until requests went back, warm: " + warm + " s, cold: "
                + cold + " s; the slowest took " + slowest(warm) + " s warm and " + slowest(cold) + " s cold");
        checkTraffic();
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
    }

    /** The deployer dies within the step; tried again when the step was over sooner than it could be killed. */
    private void killAt(String step) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            int since = host.journal().size();
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

        int since = host.journal().size();
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
        int since = host.journal().size();
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
