package io.mnemolite.server.front;

import java.util.concurrent.atomic.AtomicReference;

/**
 * One request among those that wait or execute. It counts from the event loop until a thread reads its body, which may take
 * its caller's time and nobody else's, and again from when its work waits for a place.
 */
final class Arrival {

    private enum State {
        /** Waits for a thread; counts. */
        WAITING,
        /** A thread reads the body; does not count. */
        READING,
        /** Its work waits for a place or executes, whether the caller still wants it or not; counts. */
        CLAIMED,
        OVER
    }

    private final Admission admission;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

    /** @param admission which has counted it */
    Arrival(Admission admission) {
        this.admission = admission;
    }

    /** A thread begins with the body. */
    void reading() {
        if (state.compareAndSet(State.WAITING, State.READING)) {
            admission.leave();
        }
    }

    /**
     * Makes the thread that is about to do the work responsible for {@link #done}. False when it is over already; refused
     * when it is read at last and too many others are there.
     */
    boolean claim() {
        if (state.compareAndSet(State.WAITING, State.CLAIMED)) {
            return true;
        }
        if (state.get() != State.READING) {
            return false;
        }
        admission.comeBack();
        if (state.compareAndSet(State.READING, State.CLAIMED)) {
            return true;
        }
        admission.leave();
        return false;
    }

    /** The answer is complete, or nobody waits for it. */
    void answered() {
        if (state.compareAndSet(State.WAITING, State.OVER)) {
            admission.leave();
        } else {
            state.compareAndSet(State.READING, State.OVER);
        }
    }

    /** The work of who claimed it is done. */
    void done() {
        if (state.compareAndSet(State.CLAIMED, State.OVER)) {
            admission.leave();
        }
    }
}
