package io.mnemolite.deployment;

import io.mnemolite.deployment.failure.DeploymentFailure;
import io.mnemolite.deployment.failure.DeploymentFailure.Kind;
import io.mnemolite.deployment.journal.Journal;
import io.mnemolite.deployment.journal.JournalFile;
import io.mnemolite.deployment.plan.History;
import io.mnemolite.deployment.plan.Note;
import io.mnemolite.deployment.plan.Serving;
import io.mnemolite.deployment.release.ReleaseArchive;
import io.mnemolite.deployment.root.DeploymentRoot;
import io.mnemolite.deployment.root.DeploymentSettings;
import io.mnemolite.deployment.trial.Benchmark;
import io.mnemolite.deployment.trial.Finding;
import io.mnemolite.deployment.trial.Leftovers;
import io.mnemolite.deployment.trial.Trial;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Releases beside what serves at a deployment root, without a change to it. */
public final class Trials {

    private final DeploymentRoot root;
    private final Host host;
    private final Consumer<Finding> listener;
    private final Clock clock;
    private final Journal journal;

    /** @param listener hears of each result */
    public Trials(DeploymentRoot root, Host host, Clock clock, Consumer<Finding> listener) {
        this.root = root;
        this.host = host;
        this.clock = clock;
        this.listener = listener;
        this.journal = new JournalFile(root.journal());
    }

    /** Tries the archive's release on a copy of the data; see {@link Trial}. */
    public void test(ReleaseArchive archive) {
        String version = archive.version();
        try (DeploymentLock _ = lock()) {
            DeploymentSettings settings = DeploymentSettings.read(root.settings());
            Trial trial = new Trial(root, settings, host.backups().apply(root, settings), listener);
            run(Note.Kind.TEST, version, () -> trial.run(archive, serving()));
        }
    }

    /** Measures the archive's release against the one that serves; see {@link Benchmark}. */
    public void benchmark(ReleaseArchive archive, int pairs, Duration block) {
        String version = archive.version();
        try (DeploymentLock _ = lock()) {
            Serving serving = serving().orElseThrow(() -> nothingToCompare(root, version));
            DeploymentSettings settings = DeploymentSettings.read(root.settings());
            Benchmark benchmark = new Benchmark(root, settings, host.backups().apply(root, settings), listener);
            run(Note.Kind.BENCHMARK, version, () -> benchmark.run(archive, serving, pairs, block));
        }
    }

    /** Leaves no server and no copy of the data behind, and ends those that one before it left when it was killed. */
    private void run(Note.Kind kind, String version, Supplier<String> work) {
        Leftovers leftovers = new Leftovers(root);
        leftovers.remove().ifPresent(host.warnings());
        try {
            new Noted(journal, clock).run(kind, version, work);
        } finally {
            leftovers.remove().ifPresent(host.warnings());
        }
    }

    private Optional<Serving> serving() {
        return History.of(journal.read()).serving();
    }

    static DeploymentFailure nothingToCompare(DeploymentRoot root, String version) {
        return DeploymentFailure.invalid(
                "Nothing serves at " + root.path() + " yet, so there is nothing to compare " + version + " with.");
    }

    static DeploymentFailure busy(DeploymentRoot root) {
        return new DeploymentFailure(
                Kind.BUSY, "Another deployment is under way at " + root.path() + ". Wait for its end.");
    }

    private DeploymentLock lock() {
        return DeploymentLock.take(root.lock()).orElseThrow(() -> busy(root));
    }
}
