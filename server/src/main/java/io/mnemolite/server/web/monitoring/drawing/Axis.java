package io.mnemolite.server.web.monitoring.drawing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Equal parts of a span of time, which begins at a whole part in UTC. */
public record Axis(Instant start, Duration width, int count) {

    private static final DateTimeFormatter TIME = formatter("HH:mm");
    private static final DateTimeFormatter DAY = formatter("d MMM");
    private static final DateTimeFormatter MOMENT = formatter("EEE d MMM HH:mm");

    private static final Duration ONE_DAY = Duration.ofDays(1);
    private static final int TICKS = 6;

    /** A word below a drawing, at a place in percent across. */
    public record Tick(String x, String words) {}

    /** So many parts, the last of which has the moment in it. */
    public static Axis endingAt(Instant now, Duration width, int count) {
        long last = Math.floorDiv(now.getEpochSecond(), width.toSeconds()) * width.toSeconds();
        return new Axis(Instant.ofEpochSecond(last).minus(width.multipliedBy(count - 1L)), width, count);
    }

    public Instant at(int part) {
        return start.plus(width.multipliedBy(part));
    }

    /** When a part begins, such as {@code Sun 29 Nov 18:00}. */
    public String words(int part) {
        return (width.compareTo(ONE_DAY) < 0 ? MOMENT : DAY).format(at(part));
    }

    public List<Tick> ticks() {
        boolean isShort = width.multipliedBy(count).compareTo(ONE_DAY) <= 0;
        List<Tick> ticks = new ArrayList<>();
        int every = Math.max(1, count / TICKS);
        for (int part = 0; part < count; part += every) {
            ticks.add(new Tick(percent(100.0 * part / count), (isShort ? TIME : DAY).format(at(part))));
        }
        return ticks;
    }

    static String percent(double value) {
        return String.format(Locale.ROOT, "%.3f%%", value);
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.UK).withZone(ZoneOffset.UTC);
    }
}
