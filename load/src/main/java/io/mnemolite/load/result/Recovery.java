package io.mnemolite.load.result;

import java.util.OptionalDouble;

/**
 * How a server comes back from a spike. Windows of two seconds are compared, one beginning every second: the highest p99 of
 * a window before the spike is what was usual.
 *
 * @param usualP99 in milliseconds
 * @param seconds from the end of the spike to the first window that is no slower than usual and has neither refusal nor
 *     failure; empty when there was none
 */
public record Recovery(double usualP99, OptionalDouble seconds) {

    private static final int WINDOW = 2;

    /**
     * @param before seconds of the run before the spike
     * @param spikeEnd when the rate was back where it came from, in seconds since the first request
     * @param end of the run, the same
     * @param nanos the clock, for requests that still wait
     */
    public static Recovery of(Samples samples, int before, int spikeEnd, int end, long nanos) {
        double usual = 0;
        for (int second = 0; second + WINDOW <= before; second++) {
            usual = Math.max(usual, window(samples, second, nanos).p99());
        }
        for (int second = spikeEnd; second + WINDOW <= end; second++) {
            Tally window = window(samples, second, nanos);
            if (window.answered() > 0 && window.answered() == window.requests() && window.p99() <= usual) {
                return new Recovery(usual, OptionalDouble.of(second - spikeEnd));
            }
        }
        return new Recovery(usual, OptionalDouble.empty());
    }

    private static Tally window(Samples samples, int second, long nanos) {
        return Tally.of("window", WINDOW, samples.between(second, second + WINDOW, nanos));
    }
}
