package io.mnemolite.load.result;

import io.mnemolite.load.result.Sample.Outcome;
import java.util.Arrays;
import java.util.List;

/**
 * When requests were answered, whenever they had begun: what a server gets done while more is asked than it can do, and what
 * it does afterwards with those that wait does not count for it.
 */
public final class Completions {

    private final double[] seconds;

    public Completions(List<Sample> samples) {
        seconds = samples.stream()
                .filter(sample -> sample.outcome() == Outcome.ANSWERED)
                .mapToDouble(sample -> (sample.begunNanos() + sample.takenNanos()) / 1e9)
                .toArray();
    }

    /** Answers a second from one second of the run to another, exclusive. */
    public double rate(double from, double to) {
        long count = Arrays.stream(seconds)
                .filter(second -> second >= from && second < to)
                .count();
        return count / (to - from);
    }

    /** The highest rate within any of the phases that follow each other from the begin. */
    public double highest(List<Phase> phases) {
        double highest = 0;
        double begin = 0;
        for (Phase phase : phases) {
            highest = Math.max(highest, rate(begin, begin + phase.seconds()));
            begin += phase.seconds();
        }
        return highest;
    }
}
