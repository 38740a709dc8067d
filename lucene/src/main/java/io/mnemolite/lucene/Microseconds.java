package io.mnemolite.lucene;

import java.time.Duration;
import java.time.Instant;

/** Instants as microseconds since 1970; those beyond the range of a long are brought to its ends. */
final class Microseconds {

    private static final long PER_SECOND = 1_000_000;
    private static final int NANOS = 1_000;

    private Microseconds() {}

    /** The last microsecond that is not after the instant. */
    static long floor(Instant instant) {
        return of(instant.getEpochSecond(), instant.getNano() / NANOS);
    }

    /** The first microsecond that is not before the instant. */
    static long ceil(Instant instant) {
        return of(instant.getEpochSecond(), (instant.getNano() + NANOS - 1) / NANOS);
    }

    static long of(Duration duration) {
        return duration.toNanos() / NANOS;
    }

    static Instant instant(long microseconds) {
        return Instant.ofEpochSecond(
                Math.floorDiv(microseconds, PER_SECOND), Math.floorMod(microseconds, PER_SECOND) * NANOS);
    }

    private static long of(long seconds, int microseconds) {
        if (seconds >= Long.MAX_VALUE / PER_SECOND) {
            return Long.MAX_VALUE;
        }
        if (seconds <= Long.MIN_VALUE / PER_SECOND) {
            return Long.MIN_VALUE;
        }
        return seconds * PER_SECOND + microseconds;
    }
}
