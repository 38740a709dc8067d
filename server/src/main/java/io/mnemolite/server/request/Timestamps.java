package io.mnemolite.server.request;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Timestamps of requests: any ISO-8601 form, a bare date, Unix seconds. A value without zone is UTC. Kept in microseconds. */
public final class Timestamps {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    /** Numbers above it are milliseconds, as v1's clients may send either (the year 2603 in seconds). */
    private static final BigDecimal MILLISECONDS_FROM = new BigDecimal("20000000000");

    private static final DateTimeFormatter EXTENDED = formatter("[uuuu-MM-dd][uuuu-DDD][YYYY-'W'ww-e]", "HH:mm[:ss]");
    private static final DateTimeFormatter BASIC = formatter("uuuuMMdd", "HHmm[ss]");

    private Timestamps() {}

    private static DateTimeFormatter formatter(String date, String time) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .append(
                        date.startsWith("[")
                                ? new DateTimeFormatterBuilder()
                                        .appendOptional(DateTimeFormatter.ISO_LOCAL_DATE)
                                        .appendOptional(DateTimeFormatter.ISO_ORDINAL_DATE)
                                        .appendOptional(DateTimeFormatter.ISO_WEEK_DATE)
                                        .toFormatter(Locale.ROOT)
                                : DateTimeFormatter.ofPattern(date, Locale.ROOT))
                .optionalStart()
                .appendLiteral('T')
                .append(DateTimeFormatter.ofPattern(time, Locale.ROOT))
                .optionalStart()
                .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
                .optionalEnd()
                .appendPattern("[XXX][XX][X]")
                .optionalEnd()
                .toFormatter(Locale.ROOT)
                // A date that no calendar has is a mistake, not the last day of its month.
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** The instant a text names; empty when it names none, or one outside the years 1 to 9999. */
    public static Optional<Instant> parse(String text) {
        String trimmed = text.strip();
        if (trimmed.matches("[+-]?\\d+(\\.\\d+)?") && !trimmed.matches("\\d{8}")) {
            return trimmed.length() > 40 ? Optional.empty() : ofUnixTime(new BigDecimal(trimmed));
        }
        // A '+' of the zone that arrived in a query string as a space is a plus.
        String normal = trimmed.replaceFirst("^([0-9W-]{7,10}) (?=\\d)", "$1T")
                .replaceFirst(" (\\d{2}(:?\\d{2})?)$", "+$1")
                .replace(',', '.');
        return instant(EXTENDED, normal).or(() -> instant(BASIC, normal)).flatMap(Timestamps::inRange);
    }

    private static Optional<Instant> instant(DateTimeFormatter formatter, String text) {
        try {
            return Optional.of(instant(formatter.parse(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The instant of Unix seconds, or of milliseconds when the number is that large. */
    public static Optional<Instant> ofUnixTime(BigDecimal number) {
        if (number.precision() - number.scale() > 20) {
            return Optional.empty();
        }
        BigDecimal seconds = number.abs().compareTo(MILLISECONDS_FROM) > 0 ? number.movePointLeft(3) : number;
        try {
            BigDecimal micros = seconds.movePointRight(6).setScale(0, RoundingMode.FLOOR);
            return inRange(Instant.EPOCH.plus(micros.longValueExact(), ChronoUnit.MICROS));
        } catch (ArithmeticException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant instant(TemporalAccessor parsed) {
        LocalDate date = LocalDate.from(parsed);
        @Nullable LocalTime time = parsed.query(TemporalQueries.localTime());
        @Nullable ZoneOffset zone = parsed.query(TemporalQueries.offset());
        return OffsetDateTime.of(date, time == null ? LocalTime.MIDNIGHT : time, zone == null ? ZoneOffset.UTC : zone)
                .toInstant();
    }

    private static Optional<Instant> inRange(Instant instant) {
        return instant.isBefore(EARLIEST) || instant.isAfter(LATEST)
                ? Optional.empty()
                : Optional.of(instant.truncatedTo(ChronoUnit.MICROS));
    }
}
