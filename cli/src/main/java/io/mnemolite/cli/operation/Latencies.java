package io.mnemolite.cli.operation;

import java.util.Arrays;
import java.util.Locale;

/** Times of requests, in milliseconds. */
final class Latencies {

    private final double[] sorted;

    Latencies(double[] millis) {
        sorted = millis.clone();
        Arrays.sort(sorted);
    }

    /** @param percent 0..100; of nothing it is 0 */
    double percentile(int percent) {
        int rank = (int) Math.ceil(sorted.length * percent / 100.0);
        return sorted.length == 0 ? 0 : sorted[Math.max(0, rank - 1)];
    }

    String text() {
        return String.format(
                Locale.ROOT, "p50 %.1f, p95 %.1f, p99 %.1f ms", percentile(50), percentile(95), percentile(99));
    }
}
