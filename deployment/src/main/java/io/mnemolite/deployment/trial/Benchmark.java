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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/**
 * The release that serves and another, each on a copy of the live data of its own, measured by turns: so that what the
 * machine does meanwhile strikes both alike, only ratios within a pair are compared.
 *
 * @param listener hears a line for each result
 */
public record Benchmark(DeploymentRoot root, DeploymentSettings settings, Backups backups, Consumer<String> listener) {

    private static final int CALLERS = 8;
    private static final int CALLERS_OF_POOLS = 32;

    /** Size and overflow: below, at and above what production has. */
    private static final List<Map.Entry<Integer, Integer>> POOLS =
            List.of(Map.entry(5, 2), Map.entry(10, 5), Map.entry(20, 10), Map.entry(40, 20));

    /**
     * Measures.
     *
     * @param pairs at least 2
     * @param block how long each server is asked within a pair
     */
    public void run(ReleaseArchive archive, Serving serving, int pairs, Duration block) {
        Releases releases = new Releases(root.releases());
        releases.unpack(archive);
        Path copy = root.trial().resolve("backup.zip");
        backups.copy(copy);
        try (ScratchStore oldStore = store(copy, "old");
                ScratchStore newStore = store(copy, "new");
                TrialServer old = start(releases, serving.release(), "old", oldStore, Map.of())) {
            Reads reads = Reads.ofNewest(old.client());
            try (TrialServer fresh = start(releases, archive.version(), "new", newStore, Map.of())) {
                listener.accept("release " + archive.version() + " against " + serving.release() + ", " + pairs
                        + " pairs of " + block.toSeconds() + " s, " + CALLERS + " callers, reads only:");
                compare(old.client(), fresh.client(), reads, pairs, block);
                caches(serving.release(), old.client());
                caches(archive.version(), fresh.client());
            }
            pools(releases, archive.version(), newStore, reads, block);
        }
    }

    private void compare(SlotClient old, SlotClient fresh, Reads reads, int pairs, Duration block) {
        Block.measure(old, reads, CALLERS, settings.warmUp());
        Block.measure(fresh, reads, CALLERS, settings.warmUp());
        List<Block> olds = new ArrayList<>();
        List<Block> news = new ArrayList<>();
        for (int pair = 0; pair < pairs; pair++) {
            boolean isOldFirst = pair % 2 == 0;
            Block one = Block.measure(isOldFirst ? old : fresh, reads, CALLERS, block);
            Block other = Block.measure(isOldFirst ? fresh : old, reads, CALLERS, block);
            olds.add(isOldFirst ? one : other);
            news.add(isOldFirst ? other : one);
        }
        report("throughput", "reads/s", olds, news, Block::rate);
        report("p50", "ms", olds, news, Block::p50Millis);
        report("p99", "ms", olds, news, Block::p99Millis);
    }

    private void report(String name, String unit, List<Block> olds, List<Block> news, ToDoubleFunction<Block> figure) {
        double[] before = olds.stream().mapToDouble(figure).toArray();
        double[] now = news.stream().mapToDouble(figure).toArray();
        listener.accept(String.format(
                Locale.ROOT,
                "%-10s  old %9.2f  new %9.2f %s  new/old %s",
                name,
                mean(olds, figure),
                mean(news, figure),
                unit,
                Ratio.of(now, before)));
    }

    private static double mean(List<Block> blocks, ToDoubleFunction<Block> figure) {
        return blocks.stream().mapToDouble(figure).average().orElse(0);
    }

    private void caches(String release, SlotClient server) {
        listener.accept("caches of " + release + ": "
                + server.get("/v1/events/cache/stats").body());
    }

    private void pools(Releases releases, String release, ScratchStore store, Reads reads, Duration block) {
        for (Map.Entry<Integer, Integer> pool : POOLS) {
            Map<String, String> sizes = Map.of(
                    "pool.size",
                    pool.getKey().toString(),
                    "pool.overflow",
                    pool.getValue().toString());
            try (TrialServer server = start(releases, release, "pool", store, sizes)) {
                Block.measure(server.client(), reads, CALLERS_OF_POOLS, settings.warmUp());
                Block measured = Block.measure(server.client(), reads, CALLERS_OF_POOLS, block);
                listener.accept(String.format(
                        Locale.ROOT,
                        "pool %2d + %2d, %d callers: %.0f reads/s, p99 %.1f ms",
                        pool.getKey(),
                        pool.getValue(),
                        CALLERS_OF_POOLS,
                        measured.rate(),
                        measured.p99Millis()));
            }
        }
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
