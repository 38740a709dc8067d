package io.mnemolite.load.result;

import io.mnemolite.load.result.Sample.Outcome;
import java.util.List;

/**
 * Requests counted and timed. Percentiles are those of answered requests and of those that still wait, in milliseconds; a
 * refusal is quick and would flatter them.
 *
 * @param seconds in which they were sent
 * @param pending that had no answer when the run ended
 */
public record Tally(
        String name,
        double seconds,
        int requests,
        int answered,
        int refused,
        int failed,
        int pending,
        double p50,
        double p95,
        double p99,
        double max) {

    public static Tally of(String name, double seconds, List<Sample> samples) {
        long[] times = samples.stream()
                .filter(sample -> sample.outcome() == Outcome.ANSWERED || sample.outcome() == Outcome.PENDING)
                .mapToLong(Sample::takenNanos)
                .sorted()
                .toArray();
        return new Tally(
                name,
                seconds,
                samples.size(),
                count(samples, Outcome.ANSWERED),
                count(samples, Outcome.REFUSED),
                count(samples, Outcome.FAILED),
                count(samples, Outcome.PENDING),
                percentile(times, 50),
                percentile(times, 95),
                percentile(times, 99),
                percentile(times, 100));
    }

    /** Requests sent a second. */
    public double rate() {
        return seconds == 0 ? 0 : requests / seconds;
    }

    /** Requests a second that were answered as they should be. */
    public double goodput() {
        return seconds == 0 ? 0 : answered / seconds;
    }

    private static int count(List<Sample> samples, Outcome outcome) {
        return (int)
                samples.stream().filter(sample -> sample.outcome() == outcome).count();
    }

    /** By nearest rank: the least time that so many percent do not exceed; 0 of none. In milliseconds. */
    static double percentile(long[] sortedNanos, double percent) {
        if (sortedNanos.length == 0) {
            return 0;
        }
        int rank = (int) Math.ceil(percent / 100 * sortedNanos.length);
        return sortedNanos[Math.max(rank, 1) - 1] / 1e6;
    }
}
