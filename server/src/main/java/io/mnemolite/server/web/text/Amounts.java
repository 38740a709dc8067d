package io.mnemolite.server.web.text;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;

/** Measured amounts as people read them: three digits that count, and a unit that fits. */
public final class Amounts {

    /** Stands for what is not known. */
    public static final String NONE = "–";

    private static final String[] BYTE_UNITS = {"B", "KB", "MB", "GB", "TB"};

    private Amounts() {}

    /** Such as {@code 12.3 MB}, in steps of 1,024. */
    public static String bytes(long bytes) {
        double amount = (double) bytes;
        int unit = 0;
        while (amount >= 1_000 && unit < BYTE_UNITS.length - 1) {
            amount /= 1_024;
            unit++;
        }
        return (unit == 0 ? String.format(Locale.ROOT, "%.0f", amount) : digits(amount)) + " " + BYTE_UNITS[unit];
    }

    /** Such as {@code 0.42 ms} or {@code 1.27 s}. */
    public static String milliseconds(double milliseconds) {
        return milliseconds < 1_000 ? digits(milliseconds) + " ms" : digits(milliseconds / 1e3) + " s";
    }

    /** Such as {@code 83.1 %}. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** As {@link #percent(double)}, a dash for what is not known. */
    public static String percent(OptionalDouble share) {
        return share.isPresent() ? percent(share.getAsDouble()) : NONE;
    }

    /** Such as {@code 3 d 4 h}, {@code 5 min 12 s}: the two largest units. */
    public static String duration(Duration duration) {
        if (duration.toDays() > 0) {
            return duration.toDays() + " d " + duration.toHoursPart() + " h";
        }
        if (duration.toHours() > 0) {
            return duration.toHours() + " h " + duration.toMinutesPart() + " min";
        }
        return duration.toMinutes() > 0
                ? duration.toMinutes() + " min " + duration.toSecondsPart() + " s"
                : duration.toSeconds() + " s";
    }

    /** With as many digits after the point as make three in all, and commas between thousands. */
    public static String digits(double amount) {
        double size = Math.abs(amount);
        return String.format(Locale.ROOT, size >= 100 || size == 0 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f", amount);
    }
}
