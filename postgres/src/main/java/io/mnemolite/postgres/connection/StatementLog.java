package io.mnemolite.postgres.connection;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Figures per statement since the start; statements above the threshold are logged, without their values. */
public final class StatementLog {

    private static final Logger LOG = LoggerFactory.getLogger(StatementLog.class);
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final long thresholdNanos;
    private final LongAdder executed = new LongAdder();
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    /** @param threshold zero logs nothing */
    public StatementLog(Duration threshold) {
        this.thresholdNanos = threshold.isZero() ? Long.MAX_VALUE : threshold.toNanos();
    }

    /** One statement since the start; its text is on one line. */
    public record Figures(String statement, long calls, double meanMilliseconds, double maxMilliseconds) {}

    private record Entry(String text, LongAdder calls, LongAdder nanos, LongAccumulator maxNanos) {

        Entry(String sql) {
            this(
                    BLANKS.matcher(sql).replaceAll(" ").strip(),
                    new LongAdder(),
                    new LongAdder(),
                    new LongAccumulator(Math::max, 0));
        }

        Figures figures() {
            long count = Math.max(1, calls.sum());
            return new Figures(text, calls.sum(), nanos.sum() / 1e6 / count, maxNanos.get() / 1e6);
        }
    }

    void record(String sql, long nanos) {
        executed.increment();
        Entry entry = entries.get(sql);
        if (entry == null) {
            entry = entries.computeIfAbsent(sql, Entry::new);
        }
        entry.calls().increment();
        entry.nanos().add(nanos);
        entry.maxNanos().accumulate(nanos);
        if (nanos >= thresholdNanos) {
            LOG.warn("A statement took {} ms: {}", nanos / 1_000_000, entry.text());
        }
    }

    /** How many statements were executed since the start. */
    public long executed() {
        return executed.sum();
    }

    /** Slowest mean first. */
    public List<Figures> slowest(int limit) {
        return entries.values().stream()
                .map(Entry::figures)
                .sorted(Comparator.comparingDouble(Figures::meanMilliseconds).reversed())
                .limit(limit)
                .toList();
    }
}
