package io.mnemolite.cli.terminal;

import java.time.Duration;
import java.time.Instant;

/** Rate, percentage and remaining time of a job in words. */
record ProgressText(String label, String unit, Instant begin) {

    /** {@code 12,000 events, 34 %, 1,234/s, 20 s left}. */
    String figures(long done, double share, Instant now) {
        StringBuilder text = new StringBuilder(Quantity.counted(done, unit));
        double seconds = Duration.between(begin, now).toMillis() / 1_000.0;
        boolean known = share >= 0 && share <= 1;
        if (known) {
            text.append(", ").append((long) (share * 100)).append(" %");
        }
        if (seconds >= 0.5 && done > 0) {
            text.append(", ").append(Quantity.count(Math.round(done / seconds))).append("/s");
        }
        // Before that the estimate says more about the start than about the job.
        if (known && seconds >= 0.5 && share >= 0.01 && share < 1) {
            long left = Math.round(seconds * (1 - share) / share);
            text.append(", ")
                    .append(Quantity.duration(Duration.ofSeconds(left)))
                    .append(" left");
        }
        return text.toString();
    }
}
