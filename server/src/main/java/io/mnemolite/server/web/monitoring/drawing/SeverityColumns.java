package io.mnemolite.server.web.monitoring.drawing;

import io.mnemolite.core.operation.EventStatistics;
import io.mnemolite.core.operation.EventStatistics.SeverityCount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Events over time as columns, each cut by severity: widths and places across are percentages, so that they stretch; heights
 * are pixels.
 *
 * @param sums how many events of each severity, the worst first
 * @param top what the upper line stands for
 * @param summary the drawing in words
 */
public record SeverityColumns(
        List<Column> columns, List<Axis.Tick> ticks, List<Sum> sums, long total, long top, String summary) {

    /** The height of a column that reaches the upper line. */
    static final int HEIGHT = 112;

    private static final List<String> SEVERITIES =
            List.of("critical", "warning", "info", EventStatistics.OTHER_SEVERITY);

    /** A severity and its events. */
    public record Sum(String severity, long count) {}

    /**
     * The events of one part of the time.
     *
     * @param counts by severity as in {@link #sums}
     */
    public record Column(String x, String width, List<Part> parts, String time, List<Long> counts, long total) {

        public Column {
            parts = List.copyOf(parts);
            counts = List.copyOf(counts);
        }

        /** What it says when it is pointed at. */
        public String words() {
            StringBuilder words = new StringBuilder(time).append(" UTC: ").append(grouped(total));
            for (int severity = 0; severity < counts.size(); severity++) {
                if (counts.get(severity) > 0) {
                    words.append(", ")
                            .append(grouped(counts.get(severity)))
                            .append(' ')
                            .append(SEVERITIES.get(severity));
                }
            }
            return words.toString();
        }
    }

    /** The events of one severity in a column. */
    public record Part(String severity, int y, int height) {}

    /** What the line in the middle stands for. */
    public long half() {
        return top / 2;
    }

    /** The columns that have events, the latest first. */
    public List<Column> rows() {
        return columns.stream().filter(column -> column.total() > 0).toList().reversed();
    }

    public static SeverityColumns of(List<SeverityCount> counts, Axis axis, String unit, String period) {
        Map<Instant, long[]> byTime = new HashMap<>();
        long[] sums = new long[SEVERITIES.size()];
        for (SeverityCount count : counts) {
            // Those a moment ahead of this clock belong to no column yet.
            if (!count.time().isAfter(axis.at(axis.count() - 1))) {
                int severity = SEVERITIES.indexOf(count.severity());
                byTime.computeIfAbsent(count.time(), ignored -> new long[SEVERITIES.size()])[severity] += count.count();
                sums[severity] += count.count();
            }
        }
        long peak =
                byTime.values().stream().mapToLong(SeverityColumns::sum).max().orElse(0);
        long top = top(peak);
        List<Column> columns = new ArrayList<>();
        for (int part = 0; part < axis.count(); part++) {
            columns.add(column(axis, part, byTime.getOrDefault(axis.at(part), new long[SEVERITIES.size()]), top));
        }
        List<Sum> named = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        for (int severity = 0; severity < sums.length; severity++) {
            named.add(new Sum(SEVERITIES.get(severity), sums[severity]));
            words.append(severity == 0 ? "" : ", ")
                    .append(grouped(sums[severity]))
                    .append(' ')
                    .append(SEVERITIES.get(severity));
        }
        long total = sum(sums);
        String summary = "Events per " + unit + " by severity, " + period + ": " + grouped(total) + " in all, " + words
                + (peak == 0 ? "." : "; at most " + grouped(peak) + " in a column.");
        return new SeverityColumns(columns, axis.ticks(), named, total, top, summary);
    }

    /** Stacked from the base upwards, the worst at the bottom, where columns are compared best. */
    private static Column column(Axis axis, int part, long[] counts, long top) {
        double step = 100.0 / axis.count();
        List<Part> parts = new ArrayList<>();
        List<Long> listed = new ArrayList<>();
        int y = HEIGHT;
        for (int severity = 0; severity < counts.length; severity++) {
            listed.add(counts[severity]);
            if (counts[severity] > 0) {
                int height = Math.max(2, (int) Math.round((double) HEIGHT * counts[severity] / top));
                y = Math.max(0, y - height);
                parts.add(new Part(SEVERITIES.get(severity), y, height));
            }
        }
        return new Column(
                Axis.percent((part + 0.1) * step),
                Axis.percent(step * 0.8),
                parts,
                axis.words(part),
                listed,
                sum(counts));
    }

    private static long sum(long[] counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    /** The next of 2, 4, 6, 8, 10, 20, 40, … : half of it is a whole number too. */
    private static long top(long peak) {
        long power = 1;
        while (power * 10 < peak) {
            power *= 10;
        }
        for (long factor : new long[] {2, 4, 6, 8}) {
            if (factor * power >= peak) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
