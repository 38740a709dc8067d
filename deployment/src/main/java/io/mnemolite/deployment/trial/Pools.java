package io.mnemolite.deployment.trial;

import io.mnemolite.deployment.observation.Reads;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * A release with pools of other sizes, each beside the configured one by turns. Both servers of a comparison start for it:
 * one that has run for longer is faster, whatever its pool.
 *
 * @param start a server of this name that is told this beside its settings
 */
record Pools(BiFunction<String, Map<String, String>, TrialServer> start, Consumer<Finding> listener) {

    /** More than the least of the pools has connections. */
    private static final int CALLERS = 32;

    void measure(PoolSize configured, Reads reads, int pairs, Duration warmUp, Duration block) {
        for (PoolSize other : configured.neighbours()) {
            try (TrialServer usual = start.apply("pool-configured", Map.of());
                    TrialServer changed = start.apply("pool-other", other.settings())) {
                listener.accept(finding(
                        configured,
                        other,
                        Pairs.measure(usual.client(), changed.client(), reads, CALLERS, pairs, warmUp, block)));
            }
        }
    }

    private static Finding finding(PoolSize configured, PoolSize other, Pairs pairs) {
        Ratio ratio = pairs.ratio(Block::rate);
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("size", (double) other.size());
        figures.put("overflow", (double) other.overflow());
        figures.put("configured_reads_per_second", pairs.old(Block::rate));
        figures.put("reads_per_second", pairs.fresh(Block::rate));
        figures.put("configured_p99_ms", pairs.old(Block::p99Millis));
        figures.put("p99_ms", pairs.fresh(Block::p99Millis));
        figures.put("ratio", ratio.mean());
        figures.put("ratio_low", ratio.low());
        figures.put("ratio_high", ratio.high());
        return new Finding(
                "pool " + other,
                String.format(
                        Locale.ROOT,
                        "%d callers, %.0f reads/s, p99 %.1f ms; configured %s: %.0f reads/s, p99 %.1f ms;"
                                + " throughput against configured %s",
                        CALLERS,
                        pairs.fresh(Block::rate),
                        pairs.fresh(Block::p99Millis),
                        configured,
                        pairs.old(Block::rate),
                        pairs.old(Block::p99Millis),
                        ratio),
                figures);
    }
}
