package io.mnemolite.server.config.option;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with a unit; units are read in any case, and a space may stand before them. */
final class Quantity {

    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("(\\d+)\\s*([a-zA-Z]*)");

    private static final Map<String, ChronoUnit> TIMES = Map.of(
            "ms", ChronoUnit.MILLIS,
            "s", ChronoUnit.SECONDS,
            "m", ChronoUnit.MINUTES,
            "h", ChronoUnit.HOURS,
            "d", ChronoUnit.DAYS);

    private static final Map<String, Long> SIZES = Map.of(
            "b", 1L,
            "kb", 1_000L,
            "mb", 1_000_000L,
            "gb", 1_000_000_000L,
            "kib", 1L << 10,
            "mib", 1L << 20,
            "gib", 1L << 30);

    private Quantity() {}

    /**
     * The time that {@code 500ms}, {@code 30s}, {@code 2m}, {@code 1h} or {@code 1d} means.
     *
     * @param bareUnit the unit of a bare number
     */
    static Optional<Duration> duration(String text, String bareUnit) {
        Matcher parts = NUMBER_AND_UNIT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String written = parts.group(2);
        ChronoUnit unit = TIMES.get((written.isEmpty() ? bareUnit : written).toLowerCase(Locale.ROOT));
        try {
            return unit == null ? Optional.empty() : Optional.of(Duration.of(Long.parseLong(parts.group(1)), unit));
        } catch (NumberFormatException | ArithmeticException tooLong) {
            return Optional.empty();
        }
    }

    /** The bytes that {@code 100}, {@code 32MB} (millions) or {@code 16MiB} (times 2^20) means. */
    static Optional<Long> bytes(String text) {
        Matcher parts = NUMBER_AND_UNIT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String unit = parts.group(2).toLowerCase(Locale.ROOT);
        Long factor = unit.isEmpty() ? Long.valueOf(1) : SIZES.get(unit);
        try {
            return factor == null
                    ? Optional.empty()
                    : Optional.of(Math.multiplyExact(Long.parseLong(parts.group(1)), factor));
        } catch (NumberFormatException | ArithmeticException tooMany) {
            return Optional.empty();
        }
    }
}
