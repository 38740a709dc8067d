package io.mnemolite.core.change;

/** What follows a change log in a thread of its own, pass by pass. */
public interface LogFollower {

    /**
     * Waits until a pass that began after this call has read the log to its end and what it showed is applied.
     *
     * @throws io.mnemolite.core.error.MnemoliteException when the deadline passes before, or when answers would not be
     *     whole all the same
     */
    void awaitPass();
}
