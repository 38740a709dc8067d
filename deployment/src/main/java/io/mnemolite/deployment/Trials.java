package io.mnemolite.deployment;

import io.mnemolite.deployment.failure.DeploymentFailure;
import io.mnemolite.deployment.failure.DeploymentFailure.Kind;
import io.mnemolite.deployment.journal.JournalFile;
import io.mnemolite.deployment.plan.History;
import io.mnemolite.deployment.plan.Serving;
import io.mnemolite.deployment.release.ReleaseArchive;
import io.mnemolite.deployment.root.DeploymentRoot;
import io.mnemolite.deployment.root.DeploymentSettings;
import io.mnemolite.deployment.trial.Benchmark;
import io.mnemolite.deployment.trial.Trial;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Releases beside what serves at a deployment root, without a change to it. */
public final class Trials {

    private final DeploymentRoot root;
    private final Host host;
    private final Consumer<String> listener;

    /** @param listener hears of each result */
    public Trials(DeploymentRoot root, Host host, Consumer<String> listener) {
        this.root = root;
        this.host = host;
        this.listener = listener;
    }

    /** Tries the archive's release on a copy of the data; see {@link Trial}. */
    public void test(ReleaseArchive archive) {
        try (DeploymentLock _ = lock()) {
            DeploymentSettings settings = DeploymentSettings.read(root.settings());
            new Trial(root, settings, host.backups().apply(root, settings), listener).run(archive, serving());
        }
    }

    /** Measures the archive's release against the one that serves; see {@link Benchmark}. */
    public void benchmark(ReleaseArchive archive, int pairs, Duration block) {
        try (DeploymentLock _ = lock()) {
            Serving serving = serving()
                    .orElseThrow(() -> DeploymentFailure.invalid("Nothing serves at " + root.path()
                            + " yet, so there is nothing to compare " + archive.version() + " with."));
            DeploymentSettings settings = DeploymentSettings.read(root.settings());
            new Benchmark(root, settings, host.backups().apply(root, settings), listener)
                    .run(archive, serving, pairs, block);
        }
    }

    private Optional<Serving> serving() {
        return History.of(new JournalFile(root.journal()).read()).serving();
    }

    private DeploymentLock lock() {
        return DeploymentLock.take(root.lock())
                .orElseThrow(() -> new DeploymentFailure(
                        Kind.BUSY, "Another deployment is under way at " + root.path() + ". Wait for its end."));
    }
}
