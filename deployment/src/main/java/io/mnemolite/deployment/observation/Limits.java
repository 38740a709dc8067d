package io.mnemolite.deployment.observation;

import java.util.Locale;
import java.util.Optional;

/**
 * How much worse a new release may serve.
 *
 * @param errorRate what its errors may exceed those before by, from 0 to 1
 * @param latencyFactor how many times the p99 before its p99 may be
 * @param latencyFloorMillis a p99 up to here is never too long
 */
public record Limits(double errorRate, double latencyFactor, double latencyFloorMillis) {

    /** So few slow reads may be chance, however short the window is. */
    private static final int PARDONED = 2;

    /** More than this part of them is no chance. */
    private static final double PARDONED_PART = 0.2;

    /** Above it a read counts as slow. */
    public double latencyMillis(Measured before) {
        return Math.max(latencyFloorMillis, latencyFactor * before.p99Millis());
    }

    /** Why the release must go, or nothing. */
    public Optional<String> objection(Measured before, Measured now) {
        if (now.errorRate() > before.errorRate() + errorRate) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "%.2f %% of the requests failed, %.2f %% before; up to %.2f %% more is let pass.",
                    now.errorRate() * 100,
                    before.errorRate() * 100,
                    errorRate * 100));
        }
        long slow = now.slower(latencyMillis(before));
        int reads = now.millis().size();
        // A release may be so slow that few reads fit into the window.
        if (slow > Math.max(PARDONED, reads / 100) || slow > reads * PARDONED_PART) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "The p99 is %.1f ms, %.1f ms before; up to %.1f ms is let pass.",
                    now.p99Millis(),
                    before.p99Millis(),
                    latencyMillis(before)));
        }
        return Optional.empty();
    }
}
