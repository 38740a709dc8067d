package io.mnemolite.load.result;

/**
 * One request that was sent.
 *
 * @param share the place of its kind in the mix
 * @param begunNanos since the first request of the run
 * @param takenNanos until the answer was there; of one without an answer, how long it has waited so far
 */
public record Sample(int share, long begunNanos, long takenNanos, Outcome outcome) {

    /** What became of it. */
    public enum Outcome {
        /** As it should be. */
        ANSWERED,
        /** 503 with Retry-After: the server is full and says so at once. */
        REFUSED,
        /** Any other status, or no answer at all. */
        FAILED,
        /** Not yet known, or never, because the run was ended. */
        PENDING
    }
}
