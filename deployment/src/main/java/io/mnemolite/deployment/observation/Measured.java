package io.mnemolite.deployment.observation;

import java.util.Arrays;
import java.util.Locale;

/**
 * How a slot served for some time.
 *
 * @param probes reads that the deployer made itself
 * @param p99Millis of the probes; their longest when they are fewer than a hundred
 * @param slow probes above the limit that was asked about
 * @param errorRate of the callers' requests, by the balancer's counters, from 0 to 1
 */
public record Measured(int probes, double p99Millis, int slow, double errorRate) {

    /** @param limitMillis above which a probe is slow */
    static Measured of(double[] millis, double limitMillis, double errorRate) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        double p99 = sorted.length == 0 ? 0 : sorted[(int) Math.ceil(sorted.length * 0.99) - 1];
        int slow =
                (int) Arrays.stream(millis).filter(time -> time > limitMillis).count();
        return new Measured(millis.length, p99, slow, errorRate);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "p99 %.1f ms of %d reads, %.2f %% errors", p99Millis, probes, errorRate * 100);
    }
}
