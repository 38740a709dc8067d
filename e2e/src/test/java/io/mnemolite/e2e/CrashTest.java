package io.mnemolite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What was acknowledged survives kill -9, of the server and of its PostgreSQL. {@code -Dmnemolite.crashes=20} sets the
 * number of crashes, {@code -Dmnemolite.seed} repeats a run's choices.
 */
class CrashTest {

    private static final int CRASHES = Integer.getInteger("mnemolite.crashes", 4);
    private static final int WRITERS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path directory;

    private final List<Thread> threads = new ArrayList<>();
    private final List<CrashWriter> writers = new ArrayList<>();

    @Test
    void acknowledgedWrites_killedServer_areThereExactlyOnce() {
        SplittableRandom random = random();
        Path home = directory.resolve("home");
        List<CrashLedger> ledgers = new ArrayList<>();
        PackagedServer server = LocalServers.start(home);
        try {
            AtomicReference<Http> current = new AtomicReference<>(server.http());
            for (int crash = 1; crash <= CRASHES; crash++) {
                CrashLedger ledger = new CrashLedger();
                ledgers.add(ledger);
                write(current, ledger, random);
                awaitWrites(ledger, random.nextInt(5, 150));
                server.kill();
                if (crash % 4 == 2) {
                    killWhileItStarts(home, random);
                }
                server = LocalServers.start(home);
                current.set(server.http());
                endWrites();
                System.out.println("Crash " + crash + ": " + ledger.acknowledgements() + " writes acknowledged");
                CrashAudit.check(server.http(), ledger);
            }
            for (CrashLedger ledger : ledgers) {
                CrashAudit.check(server.http(), ledger);
            }
            CrashAudit.verify(server.http());
        } finally {
            server.close();
        }
    }

    @Test
    void acknowledgedWrites_killedPostgres_areThereExactlyOnceAndTheServerRecovers() {
        SplittableRandom random = random();
        Path home = directory.resolve("home");
        try (PackagedServer server = LocalServers.start(home)) {
            AtomicReference<Http> current = new AtomicReference<>(server.http());
            CrashLedger ledger = new CrashLedger();
            write(current, ledger, random);
            for (int crash = 1; crash <= Math.max(2, CRASHES / 4); crash++) {
                awaitWrites(ledger, random.nextInt(5, 100));
                int refusals = ledger.refusals();
                killPostgres(home);
                Polling.until("a write is answered 503", PATIENCE, () -> ledger.refusals() > refusals);
                awaitWrites(ledger, 4 * WRITERS);
                System.out.println("PostgreSQL was killed " + crash + " times: " + ledger.acknowledgements()
                        + " writes acknowledged, " + ledger.refusals() + " answered 503");
            }
            endWrites();
            CrashAudit.check(server.http(), ledger);
            CrashAudit.verify(server.http());
        }
    }

    private static SplittableRandom random() {
        long seed = Long.getLong("mnemolite.seed", System.nanoTime());
        System.out.println("Seed " + seed);
        return new SplittableRandom(seed);
    }

    private void write(AtomicReference<Http> server, CrashLedger ledger, SplittableRandom random) {
        for (int i = 0; i < WRITERS; i++) {
            CrashWriter writer = new CrashWriter(server::get, ledger, random.split());
            writers.add(writer);
            threads.add(Thread.ofPlatform().daemon().start(writer));
        }
    }

    private static void awaitWrites(CrashLedger ledger, int count) {
        int target = ledger.acknowledgements() + count;
        Polling.until(count + " more writes", PATIENCE, () -> ledger.acknowledgements() >= target);
    }

    private void endWrites() {
        writers.forEach(CrashWriter::stop);
        Polling.until(
                "the writes under way are acknowledged",
                PATIENCE,
                () -> threads.stream().noneMatch(Thread::isAlive));
        writers.clear();
        threads.clear();
    }

    /** A start that is cut short at one of its steps. */
    private static void killWhileItStarts(Path home, SplittableRandom random) {
        Path output = home.resolveSibling("home-output.log");
        Process process = PackagedServer.launch(home, LocalServers.MOCK, output);
        List<String> steps = List.of("incubator", "ready");
        String step = steps.get(random.nextInt(steps.size()));
        Polling.until(
                "the start shows '" + step + "' or ends",
                PATIENCE,
                () -> !process.isAlive()
                        || Homes.read(output).contains(step)
                        || Homes.read(output).contains("listens at"));
        process.destroyForcibly();
        Polling.until("it is dead", PATIENCE, () -> !process.isAlive());
    }

    private static void killPostgres(Path home) {
        assertThat(ProcessHandle.of(Homes.postgresPid(home)).map(ProcessHandle::destroyForcibly))
                .contains(true);
    }
}
