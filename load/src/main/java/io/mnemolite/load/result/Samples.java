package io.mnemolite.load.result;

import io.mnemolite.load.result.Sample.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** All requests of a run in the order in which they began; threads may add at the same time. */
public final class Samples {

    private int size;
    private long origin;
    private int[] shares = new int[4_096];
    private long[] begun = new long[4_096];
    private long[] taken = new long[4_096];
    private Outcome[] outcomes = new Outcome[4_096];

    /**
     * A request begins.
     *
     * @param nanos the clock, from any origin
     * @return its place, for {@link #end}
     */
    public synchronized int begin(int share, long nanos) {
        if (size == 0) {
            origin = nanos;
        }
        if (size == shares.length) {
            shares = Arrays.copyOf(shares, 2 * size);
            begun = Arrays.copyOf(begun, 2 * size);
            taken = Arrays.copyOf(taken, 2 * size);
            outcomes = Arrays.copyOf(outcomes, 2 * size);
        }
        shares[size] = share;
        begun[size] = nanos - origin;
        outcomes[size] = Outcome.PENDING;
        return size++;
    }

    /** A request is over; {@code nanos} is of the clock of {@link #begin}. */
    public synchronized void end(int place, long nanos, Outcome outcome) {
        taken[place] = nanos - origin - begun[place];
        outcomes[place] = outcome;
    }

    /** Seconds from the first request to {@code nanos}; 0 before it. */
    public synchronized double seconds(long nanos) {
        return size == 0 ? 0 : (nanos - origin) / 1e9;
    }

    /**
     * The requests that began within a span.
     *
     * @param from seconds since the first request
     * @param to the same, exclusive
     * @param nanos the clock, for those that still wait
     */
    public synchronized List<Sample> between(double from, double to, long nanos) {
        List<Sample> found = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            double second = begun[i] / 1e9;
            if (second >= from && second < to) {
                Outcome outcome = outcomes[i];
                long waited = outcome == Outcome.PENDING ? nanos - origin - begun[i] : taken[i];
                found.add(new Sample(shares[i], begun[i], waited, outcome));
            }
        }
        return found;
    }
}
