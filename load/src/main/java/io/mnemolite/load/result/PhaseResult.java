package io.mnemolite.load.result;

/** What came of the requests that began within a phase. */
public record PhaseResult(Phase phase, Tally tally) {

    /** The promise that the knee is about, in milliseconds. */
    public static final double PROMISED_P99 = 100;

    private static final double LEAST_SHARE = 0.95;

    /** Whether the generator sent what it should: 95 %, less what chance takes of random arrivals. */
    public boolean isReached() {
        return tally.requests() >= LEAST_SHARE * phase.wanted() - 3 * Math.sqrt(phase.wanted());
    }

    public boolean isSlow() {
        return tally.p99() > PROMISED_P99;
    }

    /** Whether the server did all that was asked, in time. */
    public boolean isHeld() {
        return isReached() && !isSlow() && tally.refused() == 0 && tally.failed() == 0;
    }
}
