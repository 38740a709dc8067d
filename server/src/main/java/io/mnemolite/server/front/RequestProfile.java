package io.mnemolite.server.front;

import io.mnemolite.core.timing.Phase;
import io.mnemolite.core.timing.RequestPhases;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** The requests that were answered while a profile was made, by route template. */
public final class RequestProfile {

    private static final long LONGEST_MICROS = TimeUnit.HOURS.toMicros(1);

    private final Predicate<String> endpoints;
    private final Map<String, Totals> totals = new ConcurrentHashMap<>();

    RequestProfile(Predicate<String> endpoints) {
        this.endpoints = endpoints;
    }

    private static final class Totals {
        final Histogram micros = new ConcurrentHistogram(LONGEST_MICROS, 3);
        final LongAdder failed = new LongAdder();
        final LongAdder nanos = new LongAdder();
        final Map<Phase, LongAdder> phases = new EnumMap<>(Phase.class);

        Totals() {
            for (Phase phase : Phase.values()) {
                phases.put(phase, new LongAdder());
            }
        }
    }

    void record(String endpoint, int status, long nanoseconds, @Nullable RequestPhases phases) {
        if (!endpoints.test(endpoint)) {
            return;
        }
        Totals of = totals.computeIfAbsent(endpoint, absent -> new Totals());
        of.micros.recordValue(Math.min(LONGEST_MICROS, nanoseconds / 1_000));
        of.nanos.add(nanoseconds);
        if (status >= 500) {
            of.failed.increment();
        }
        if (phases != null) {
            of.phases.forEach((phase, sum) -> sum.add(phases.nanos(phase)));
        }
    }

    /**
     * One route template; times in milliseconds.
     *
     * @param failed answers of 500 and above
     * @param phases the mean per request; what no phase accounts for is the rest of the mean
     */
    public record Endpoint(
            long count,
            long failed,
            double mean,
            double p50,
            double p95,
            double p99,
            double max,
            Map<Phase, Double> phases) {}

    /** What was recorded so far, by route template. */
    public Map<String, Endpoint> endpoints() {
        Map<String, Endpoint> result = new TreeMap<>();
        totals.forEach((endpoint, of) -> {
            Histogram micros = of.micros.copy();
            double count = Math.max(1, micros.getTotalCount());
            Map<Phase, Double> phases = new EnumMap<>(Phase.class);
            of.phases.forEach((phase, sum) -> phases.put(phase, sum.sum() / 1e6 / count));
            result.put(
                    endpoint,
                    new Endpoint(
                            micros.getTotalCount(),
                            of.failed.sum(),
                            of.nanos.sum() / 1e6 / count,
                            micros.getValueAtPercentile(50) / 1e3,
                            micros.getValueAtPercentile(95) / 1e3,
                            micros.getValueAtPercentile(99) / 1e3,
                            micros.getMaxValue() / 1e3,
                            phases));
        });
        return result;
    }
}
