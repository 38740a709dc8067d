package io.mnemolite.deployment.plan;

import java.time.Instant;

/**
 * One line of the journal.
 *
 * @param detail a sentence or figures for people; may be empty
 */
public record Entry(Instant at, Deployment deployment, Step step, State state, String detail) {

    /** How far the step is. */
    public enum State {
        /** Written before it acts. */
        STARTED,
        /** Written after it acted. */
        DONE,
        /** It did not do what it should; also when its process ended in it. */
        FAILED
    }
}
