package io.mnemolite.server.web.dashboard;

import io.mnemolite.core.operation.EventStatistics.Bucket;
import io.mnemolite.core.operation.EventStatistics.Count;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Events by time as a drawing: widths and places across are percentages, so that it stretches; heights are pixels.
 *
 * @param total of all bars
 * @param peak of the highest bar
 * @param top what the upper line of the grid stands for
 * @param summary the drawing in words
 */
public record Chart(List<Bar> bars, List<Tick> ticks, long total, long peak, long top, String peakAt, String summary) {

    /** The height of a bar that reaches the upper line. */
    static final int HEIGHT = 112;

    private static final DateTimeFormatter HOUR = formatter("HH:mm");
    private static final DateTimeFormatter DAY = formatter("d MMM");
    private static final DateTimeFormatter MOMENT = formatter("EEE d MMM HH:mm");

    /** What the line in the middle of the grid stands for. */
    public long half() {
        return top / 2;
    }

    /** Events per bar, with digits after the point when they are few. */
    public String average() {
        double average = bars.isEmpty() ? 0 : (double) total / bars.size();
        return String.format(
                Locale.ROOT, average == 0 || average >= 10 ? "%,.0f" : average < 1 ? "%.2f" : "%.1f", average);
    }

    /** A bar and what it says when it is pointed at. */
    public record Bar(String x, String width, int y, int height, String words) {}

    /** A word below the bars. */
    public record Tick(String x, String words) {}

    static Chart of(List<Count> counts, Period period, Instant now) {
        Map<Instant, Long> byTime = new HashMap<>();
        counts.forEach(count -> byTime.put(count.time(), count.count()));
        Instant start = period.start(now);
        long peak = 0;
        Instant peakAt = start;
        long total = 0;
        for (int i = 0; i < period.buckets(); i++) {
            Instant time = start.plus(period.width().multipliedBy(i));
            long count = byTime.getOrDefault(time, 0L);
            total += count;
            if (count > peak) {
                peak = count;
                peakAt = time;
            }
        }
        long top = top(peak);
        List<Bar> bars = new ArrayList<>();
        List<Tick> ticks = new ArrayList<>();
        double step = 100.0 / period.buckets();
        int every = Math.max(1, period.buckets() / 6);
        for (int i = 0; i < period.buckets(); i++) {
            Instant time = start.plus(period.width().multipliedBy(i));
            bars.add(bar(i * step, step, byTime.getOrDefault(time, 0L), top, words(time, period)));
            if (i % every == 0) {
                ticks.add(new Tick(percent(i * step), tick(time, period)));
            }
        }
        String peakWords = words(peakAt, period);
        String summary =
                "Events per " + period.unit() + ", " + period.chartWords().toLowerCase(Locale.ROOT) + ": "
                        + String.format(Locale.ROOT, "%,d in all", total)
                        + (peak == 0 ? "." : String.format(Locale.ROOT, ", at most %,d, on %s UTC.", peak, peakWords));
        return new Chart(bars, ticks, total, peak, top, peakWords, summary);
    }

    private static Bar bar(double x, double step, long count, long top, String words) {
        int height = count == 0 ? 0 : Math.max(2, (int) Math.round((double) HEIGHT * count / top));
        return new Bar(
                percent(x + step * 0.1),
                percent(step * 0.8),
                HEIGHT - height,
                height,
                String.format(Locale.ROOT, "%s UTC: %,d", words, count));
    }

    /** The next of 1, 2, 4, 6, 8, 10, 20, 40, … : half of it is a whole number too. */
    private static long top(long peak) {
        long power = 1;
        while (power * 10 < peak) {
            power *= 10;
        }
        for (long factor : new long[] {2, 4, 6, 8, 10}) {
            if (factor * power >= peak) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private static String words(Instant time, Period period) {
        return (period.bucket() == Bucket.HOUR ? MOMENT : DAY).format(time);
    }

    private static String tick(Instant time, Period period) {
        return (period == Period.ANY || period == Period.DAY ? HOUR : DAY).format(time);
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.3f%%", value);
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.UK).withZone(ZoneOffset.UTC);
    }
}
