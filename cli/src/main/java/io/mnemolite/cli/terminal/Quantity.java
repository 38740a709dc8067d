package io.mnemolite.cli.terminal;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Numbers, sizes, durations and dates as people read them. */
public final class Quantity {

    private static final long DAY = 86_400;

    private Quantity() {}

    /** {@code 12,345}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1 event}, {@code 12,345 events}. */
    public static String counted(long number, String singular) {
        return counted(number, singular, singular + "s");
    }

    /** The same for a word with a plural of its own. */
    public static String counted(long number, String singular, String plural) {
        return count(number) + " " + (number == 1 ? singular : plural);
    }

    /** {@code 1.2 MB}, in powers of 1,000. */
    public static String bytes(long bytes) {
        String[] units = {"B", "kB", "MB", "GB", "TB"};
        int unit = 0;
        double value = (double) bytes;
        while (value >= 999.5 && unit < units.length - 1) {
            value /= 1_000;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", value, units[unit]);
    }

    /** The two largest units: {@code 3 h 12 min}, {@code 45 s}. */
    public static String duration(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3_600) {
            return seconds / 60 + " min " + seconds % 60 + " s";
        }
        if (seconds < DAY) {
            return seconds / 3_600 + " h " + seconds % 3_600 / 60 + " min";
        }
        return counted(seconds / DAY, "day") + " " + seconds % DAY / 3_600 + " h";
    }

    /** {@code just now}, {@code 5 minutes ago}, {@code in 3 days}. */
    public static String relative(Instant moment, Instant now) {
        long seconds = now.getEpochSecond() - moment.getEpochSecond();
        long distance = Math.abs(seconds);
        if (distance < 60) {
            return "just now";
        }
        String amount;
        if (distance < 3_600) {
            amount = counted(distance / 60, "minute");
        } else if (distance < DAY) {
            amount = counted(distance / 3_600, "hour");
        } else if (distance < 60 * DAY) {
            amount = counted(distance / DAY, "day");
        } else if (distance < 730 * DAY) {
            amount = counted(distance / (30 * DAY), "month");
        } else {
            amount = counted(distance / (365 * DAY), "year");
        }
        return seconds > 0 ? amount + " ago" : "in " + amount;
    }
}
