package io.mnemolite.core.operation;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The time between two moments, both of which belong to it. */
public record TimeSpan(Instant from, Instant to) {

    /** How far ahead of this machine's clock those of its callers may be: what is dated later belongs to no span yet. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    /** The last so many minutes, hours or days; the same span all through a minute, so that answers can be kept. */
    public static TimeSpan last(Duration length, Instant now) {
        return since(now.truncatedTo(ChronoUnit.MINUTES).minus(length), now);
    }

    /** From a moment until now; the same span all through a minute, so that answers can be kept. */
    public static TimeSpan since(Instant from, Instant now) {
        return new TimeSpan(
                from,
                now.truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(1)).plus(CLOCK_SKEW));
    }
}
