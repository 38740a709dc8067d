package io.mnemolite.deployment.trial;

import io.mnemolite.deployment.backup.Backups;
import io.mnemolite.deployment.observation.Reads;
import io.mnemolite.deployment.plan.Serving;
import io.mnemolite.deployment.release.ReleaseArchive;
import io.mnemolite.deployment.release.Releases;
import io.mnemolite.deployment.root.DeploymentRoot;
import io.mnemolite.deployment.root.DeploymentSettings;
import io.mnemolite.deployment.slot.SlotClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The release that serves and another, each on a copy of the live data of its own, measured by turns: so that what the
 * machine does meanwhile strikes both alike, only ratios within a pair are compared.
 *
 * @param listener hears of each result
 */
public record Benchmark(DeploymentRoot root, DeploymentSettings settings, Backups backups, Consumer<Finding> listener) {

    private static final int CALLERS = 8;

    /** A line for each thing that is done. */
    public static List<String> steps(String version, Serving serving, int pairs, Duration block, DeploymentRoot root) {
        PoolSize configured = PoolSize.configured(root.serverValues());
        String others = configured.neighbours().stream().map(PoolSize::toString).collect(Collectors.joining(", "));
        return List.of(
                "archive: compare it with its checksum and unpack it (" + version + ")",
                "backup: copy the live database into two scratch databases",
                "start: start release " + serving.release() + " and release " + version + ", each on a copy",
                "compare: " + pairs + " pairs of " + block.toSeconds() + " s by turns, " + CALLERS + " callers",
                "pools: " + others + " beside the configured " + configured + ", " + pairsOfPools(pairs)
                        + " pairs each");
    }

    private static int pairsOfPools(int pairs) {
        return Math.max(2, pairs / 2);
    }

    /**
     * Measures.
     *
     * @param pairs at least 2
     * @param block how long each server is asked within a pair
     * @return the outcome in a sentence
     */
    public String run(ReleaseArchive archive, Serving serving, int pairs, Duration block) {
        Releases releases = new Releases(root.releases());
        releases.unpack(archive);
        Path copy = root.trial().resolve("backup.zip");
        backups.copy(copy);
        try (ScratchStore oldStore = store(copy, "old");
                ScratchStore newStore = store(copy, "new")) {
            Reads reads;
            Ratio throughput;
            try (TrialServer old = start(releases, serving.release(), "old", oldStore, Map.of());
                    TrialServer fresh = start(releases, archive.version(), "new", newStore, Map.of())) {
                reads = Reads.ofNewest(old.client());
                listener.accept(Finding.of(
                        "releases",
                        archive.version() + " against " + serving.release() + ", " + pairs + " pairs of "
                                + block.toSeconds() + " s, " + CALLERS + " callers, reads only: " + reads));
                Pairs measured =
                        Pairs.measure(old.client(), fresh.client(), reads, CALLERS, pairs, settings.warmUp(), block);
                listener.accept(measured.finding("throughput", "reads/s", Block::rate));
                listener.accept(measured.finding("p50", "ms", Block::p50Millis));
                listener.accept(measured.finding("p99", "ms", Block::p99Millis));
                caches(serving.release(), old.client());
                caches(archive.version(), fresh.client());
                throughput = measured.ratio(Block::rate);
            }
            new Pools((name, own) -> start(releases, archive.version(), name, newStore, own), listener)
                    .measure(
                            PoolSize.configured(root.serverValues()),
                            reads,
                            pairsOfPools(pairs),
                            settings.warmUp(),
                            block);
            return "Throughput of release " + archive.version() + " by that of " + serving.release() + ": " + throughput
                    + ".";
        }
    }

    private void caches(String release, SlotClient server) {
        listener.accept(Finding.of(
                "caches of " + release,
                server.get("/v1/events/cache/stats").body().toString()));
    }

    private ScratchStore store(Path copy, String name) {
        return ScratchStore.of(copy, root.scratch().resolve(name), root.runtime());
    }

    private TrialServer start(
            Releases releases, String release, String name, ScratchStore store, Map<String, String> own) {
        return TrialServer.start(
                release,
                releases.launcher(release),
                root.trial().resolve(name),
                root.serverSettings(),
                store.settings(own),
                root.apiKey().orElse(null),
                settings.start());
    }
}
