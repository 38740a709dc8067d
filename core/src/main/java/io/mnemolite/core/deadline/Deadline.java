package io.mnemolite.core.deadline;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * The moment until which the current request may run. It is bound to the calling thread for the time of one call, and
 * adapters derive their own time-outs (pool wait, statement, socket) from what remains. Without a bound deadline
 * nothing is limited.
 */
public final class Deadline {

    private static final ScopedValue<Deadline> CURRENT = ScopedValue.newInstance();

    private final long nanoTime;

    private Deadline(long nanoTime) {
        this.nanoTime = nanoTime;
    }

    public static Deadline after(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    /** Runs {@code work} with this deadline bound to the thread. */
    public <T> T call(Callable<T> work) throws Exception {
        return ScopedValue.where(CURRENT, this).call(work::call);
    }

    /** The same work for another thread, with the deadline that is bound here. */
    static <T> Supplier<T> carried(Supplier<T> work) {
        if (!CURRENT.isBound()) {
            return work;
        }
        Deadline current = CURRENT.get();
        return () -> ScopedValue.where(CURRENT, current).call(work::get);
    }

    /**
     * How long the current request may still run, at most {@code otherwise}, which is also the answer when no deadline
     * is bound.
     *
     * @throws MnemoliteException with {@link ErrorCode#DEADLINE_EXCEEDED} when nothing remains
     */
    public static Duration remaining(Duration otherwise) {
        if (!CURRENT.isBound()) {
            return otherwise;
        }
        long left = CURRENT.get().nanoTime - System.nanoTime();
        if (left <= 0) {
            throw new MnemoliteException(
                    ErrorCode.DEADLINE_EXCEEDED,
                    "The request took longer than its deadline and was given up; try again, or ask for less at once.");
        }
        return left < otherwise.toNanos() ? Duration.ofNanos(left) : otherwise;
    }
}
