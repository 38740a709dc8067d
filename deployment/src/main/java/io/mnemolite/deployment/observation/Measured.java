package io.mnemolite.deployment.observation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * How a server answered for some time.
 *
 * @param millis how long each read took that the deployer made itself, the shortest first
 * @param p99Millis of those; their longest when they are fewer than a hundred
 * @param errorRate of requests, from 0 to 1
 */
public record Measured(List<Double> millis, double p99Millis, double errorRate) {

    public Measured {
        millis = List.copyOf(millis);
    }

    static Measured of(double[] millis, double errorRate) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        double p99 = sorted.length == 0 ? 0 : sorted[(int) Math.ceil(sorted.length * 0.99) - 1];
        return new Measured(DoubleStream.of(sorted).boxed().toList(), p99, errorRate);
    }

    /** Figures that were written down. */
    public static Measured of(double p99Millis, double errorRate) {
        return new Measured(List.of(), p99Millis, errorRate);
    }

    /** How many of the reads took longer. */
    public long slower(double limitMillis) {
        return millis.stream().filter(time -> time > limitMillis).count();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "p99 %.1f ms of %d reads, %.2f %% errors", p99Millis, millis.size(), errorRate * 100);
    }
}
