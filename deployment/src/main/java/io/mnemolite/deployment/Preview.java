package io.mnemolite.deployment;

import io.mnemolite.deployment.failure.DeploymentFailure;
import io.mnemolite.deployment.journal.Journal;
import io.mnemolite.deployment.journal.JournalFile;
import io.mnemolite.deployment.plan.History;
import io.mnemolite.deployment.plan.Serving;
import io.mnemolite.deployment.release.ReleaseArchive;
import io.mnemolite.deployment.release.Releases;
import io.mnemolite.deployment.root.DeploymentRoot;
import io.mnemolite.deployment.root.DeploymentSettings;
import io.mnemolite.deployment.trial.Benchmark;
import io.mnemolite.deployment.trial.Trial;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a command would do: a line for each step, after the checks that the command itself would begin with. It writes
 * nothing, and each method throws {@link DeploymentFailure} where the command would end at once.
 */
public final class Preview {

    private final DeploymentRoot root;
    private final Host host;
    private final Journal journal;

    public Preview(DeploymentRoot root, Host host) {
        this.root = root;
        this.host = host;
        this.journal = new JournalFile(root.journal());
    }

    /** Of {@link Deployer#apply}. */
    public List<String> apply(ReleaseArchive archive) {
        String version = archive.version();
        List<String> lines = new ArrayList<>();
        if (root.isThere()) {
            requireFree();
            work(archive).close();
        } else {
            lines.add("make " + root.path() + " with its settings");
        }
        new Releases(root.releases()).check(archive);
        lines.addAll(new DryRun(history()).apply(version));
        return lines;
    }

    /** Of {@link Deployer#rollback}. */
    public List<String> rollback() {
        List<String> lines = new ArrayList<>();
        work(null).close();
        if (DeploymentLock.isTaken(root.lock())) {
            lines.add("break off what is under way, or wait for its end");
        }
        History history = history();
        if (history.unfinished().isEmpty()) {
            Serving serving = history.serving().orElseThrow(() -> Deployer.nothingServes(root));
            if (history.previous().isEmpty() && !history.isBack()) {
                throw Deployer.nothingBefore(serving);
            }
        }
        lines.addAll(new DryRun(history).rollback());
        return lines;
    }

    /** Of {@link Deployer#start}. */
    public List<String> start() {
        requireFree();
        History history = history();
        try (Work work = work(null)) {
            if (history.unfinished().isEmpty() && history.serving().isEmpty()) {
                throw Deployer.nothingServes(root);
            }
            return new DryRun(history).start(work.actions()::serves);
        }
    }

    /** Of {@link Trials#test}. */
    public List<String> test(ReleaseArchive archive) {
        requireTrial(archive);
        return Trial.steps(archive.version(), history().serving());
    }

    /** Of {@link Trials#benchmark}. */
    public List<String> benchmark(ReleaseArchive archive, int pairs, Duration block) {
        String version = archive.version();
        Serving serving = history().serving().orElseThrow(() -> Trials.nothingToCompare(root, version));
        requireTrial(archive);
        return Benchmark.steps(version, serving, pairs, block, root);
    }

    private void requireTrial(ReleaseArchive archive) {
        if (DeploymentLock.isTaken(root.lock())) {
            throw Trials.busy(root);
        }
        DeploymentSettings.read(root.settings()).databaseUrl();
        Releases releases = new Releases(root.releases());
        releases.check(archive);
        // What is compared with must be there.
        Optional<Serving> serving = history().serving();
        serving.ifPresent(before -> releases.launcher(before.release()));
    }

    private void requireFree() {
        if (DeploymentLock.isTaken(root.lock())) {
            throw Deployer.busy(root);
        }
    }

    private Work work(@Nullable ReleaseArchive archive) {
        return Work.begin(root, host, journal, Clock.systemUTC(), archive, entry -> {}, () -> false);
    }

    private History history() {
        return History.of(journal.read());
    }
}
