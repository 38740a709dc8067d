package io.mnemolite.load.result;

/**
 * A span of a run with its arrival rate, in requests a second; constant, or rising or falling evenly.
 *
 * @param from the rate at its begin
 * @param to the rate at its end
 */
public record Phase(String name, int seconds, double from, double to) {

    public static Phase constant(String name, int seconds, double rate) {
        return new Phase(name, seconds, rate, rate);
    }

    /** As many requests as there are answers; its rate is nobody's wish, hence 0. */
    public static Phase unpaced(String name, int seconds) {
        return constant(name, seconds, 0);
    }

    /** The mean rate. */
    public double rate() {
        return (from + to) / 2;
    }

    /** How many requests it should send. */
    public double wanted() {
        return rate() * seconds;
    }
}
