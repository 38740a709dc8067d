package io.mnemolite.core.change;

import io.mnemolite.core.deadline.Deadline;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.time.Duration;

/** Lets others wait for a pass of a thread that does the same again and again. */
public final class Passes {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private long begun;
    private long ended;

    /** Said by the thread before a pass. */
    public synchronized void begin() {
        begun++;
    }

    /** Said by the thread when the pass it began last has done its work; a pass that failed does not end. */
    public synchronized void end() {
        ended = begun;
        notifyAll();
    }

    /**
     * Waits until a pass that begins after this call has ended.
     *
     * @param wake has the thread begin one soon; the pass that it leads to is one of those that count
     * @throws MnemoliteException with {@link ErrorCode#DEADLINE_EXCEEDED} when the deadline passes before
     */
    public synchronized void awaitNext(Runnable wake) {
        long awaited = begun + 1;
        wake.run();
        try {
            while (ended < awaited) {
                wait(Math.max(1, Deadline.remaining(LONGEST).toMillis()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MnemoliteException(ErrorCode.UNAVAILABLE, "The server stops; ask again when it runs.", e);
        }
    }
}
