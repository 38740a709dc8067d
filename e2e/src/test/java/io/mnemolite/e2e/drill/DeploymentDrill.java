package io.mnemolite.e2e.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Ten times apply and rollback under traffic, releases that must not stay, and some that cannot even be left well. */
class DeploymentDrill extends HostUnderTraffic {

    private static final int ROUNDS = Integer.getInteger("mnemolite.drill.rounds", 10);

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

    /**
     * The release before works on with what it does not know. The deployer is of this build and cannot prove a backup of a
     * later schema, so at the end the schema is that of this build again.
     */
    @Test
    void apply_releaseThatMigrates_noRequestFailsThenNorAfterTheRollback() throws IOException {
        Path third = archives.migrating("1.2.0", postgres.program("psql"), """
                alter table mnemolite.event add column drilled text;
                create table mnemolite.drilled (id uuid primary key);
                """);
        try {
            assertThat(host.deployed(0, "apply", third.toString())).contains("Release 1.2.0 serves");
            assertThat(postgres.strings("select column_name from information_schema.columns where table_schema ="
                            + " 'mnemolite' and 'drilled' in (table_name, column_name)"))
                    .containsExactlyInAnyOrder("drilled", "id");
            traffic.awaitRequests(RATE);
            assertThat(host.deployed(0, "rollback")).contains("Release 1.0.0 serves");
            traffic.awaitRequests(RATE);
            checkTraffic();
            checkRate();
        } finally {
            postgres.execute("alter table mnemolite.event drop column if exists drilled");
            postgres.execute("drop table if exists mnemolite.drilled");
        }
    }

    /** It keeps its connections and whatever transactions it has, and HAProxy is the first to notice. */
    @Test
    void rollback_newReleaseHangsAfterTheWindow_servesSoonAndLosesNothing() {
        assertThat(host.deployed(0, "apply", second.toString())).contains("Release 1.1.0 serves");
        assertThat(traffic.failures()).isEmpty();
        signal("STOP", host.server("green").orElseThrow().pid());
        double seconds = rollback();
        // What waited for the release that hangs is over, since that was ended by force.
        traffic.awaitRequests(RATE);
        int failed = traffic.failures().size();
        traffic.awaitRequests(RATE);
        traffic.stop();
        System.out.println("The new release hung: requests were answered again " + seconds
                + " s after the rollback's start, " + failed + " of " + traffic.requests() + " failed until then");
        assertThat(traffic.failures()).hasSize(failed);
        traffic.checkLedger(host.http());
        assertThat(seconds).isLessThanOrEqualTo(10);
        assertThat(host.server("green").filter(ProcessHandle::isAlive)).isEmpty();
    }

    /** Each lives on after its failure until the deployer ends it; the one that serves hears nothing of it. */
    @Test
    void releasesThatLiveAndAreIll_endOnTheOneBefore() throws IOException {
        host.set("start.seconds", "6");
        try {
            assertThat(host.deployed(
                            6, "apply", archives.ill("3.0.0", IllServer.REFUSES).toString()))
                    .contains("The server is not healthy after 6 s: /health answers 503")
                    .contains("Release 1.0.0 serves in slot blue, as before.");
            assertThat(host.deployed(
                            6,
                            "apply",
                            archives.ill("3.1.0", IllServer.IS_SILENT).toString()))
                    .contains("The server is not healthy after 6 s: /health answers nothing")
                    .contains("Release 1.0.0 serves in slot blue, as before.");
        } finally {
            host.set("start.seconds", "60");
        }
        checkTraffic();
        assertThat(host.server("blue").map(ProcessHandle::isAlive)).contains(true);
        assertThat(host.server("green").filter(ProcessHandle::isAlive)).isEmpty();
    }
}
