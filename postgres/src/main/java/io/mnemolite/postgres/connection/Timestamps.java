package io.mnemolite.postgres.connection;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;

/** Instants in PostgreSQL's text form, which unlike ISO 8601 marks years before 1 with BC and never with a sign. */
public final class Timestamps {

    /** The whole seconds timestamptz reaches from and to: 4713 BC and the year 294276. */
    private static final Instant LOWEST = Instant.parse("-4712-01-01T00:00:00Z");

    private static final Instant HIGHEST = Instant.parse("+294276-12-31T23:59:59Z");

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR_OF_ERA, 4, 6, SignStyle.NEVER)
            .appendPattern("-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendLiteral("Z ")
            .appendText(ChronoField.ERA, Map.of(0L, "BC", 1L, "AD"))
            .toFormatter(Locale.ROOT);

    private Timestamps() {}

    /** @throws MnemoliteException with {@link ErrorCode#INVALID_VALUE} when PostgreSQL cannot hold it */
    public static String write(Instant instant) {
        if (!clamp(instant).equals(instant)) {
            throw new MnemoliteException(
                    ErrorCode.INVALID_VALUE,
                    "The time " + instant + " cannot be stored; send one between the years -4712 and 294276.");
        }
        return FORMAT.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }

    /** The highest instant PostgreSQL can hold that is not above: as an upper bound it excludes the same rows. */
    public static Instant floor(Instant bound) {
        return clamp(bound).truncatedTo(ChronoUnit.MICROS);
    }

    /** The lowest instant PostgreSQL can hold that is not below: as a lower bound it excludes the same rows. */
    public static Instant ceiling(Instant bound) {
        return clamp(clamp(bound).plusNanos(999)).truncatedTo(ChronoUnit.MICROS);
    }

    private static Instant clamp(Instant bound) {
        if (bound.isBefore(LOWEST)) {
            return LOWEST;
        }
        return bound.isAfter(HIGHEST) ? HIGHEST : bound;
    }

    public static Instant read(ResultSet rows, int column) throws SQLException {
        return rows.getObject(column, OffsetDateTime.class).toInstant();
    }
}
