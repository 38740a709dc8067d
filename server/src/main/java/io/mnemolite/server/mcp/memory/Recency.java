package io.mnemolite.server.mcp.memory;

import java.time.Duration;
import java.time.Instant;

/**
 * Prefers what is new among what fits: a hit keeps its whole score at age zero, and half of the rest is lost with each
 * half-life, down to half of the score. So an old memory is never hidden, only passed by newer ones that fit about as well.
 *
 * @param halfLife greater than zero
 */
record Recency(Duration halfLife) {

    private static final double LOST_AT_MOST = 0.5;

    /** The score of a hit of that age. */
    double score(double score, Instant timestamp, Instant now) {
        double age = Math.max(0, Duration.between(timestamp, now).toMillis());
        double freshness = Math.exp(-Math.log(2) * age / halfLife.toMillis());
        return score * (1 - LOST_AT_MOST * (1 - freshness));
    }
}
