package io.mnemolite.server.front;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.priority.ThreadPriority;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * At most {@code concurrent} requests execute at once, {@code waiting} more wait within their deadline, and what comes
 * beyond is refused at once: an answer in milliseconds that says "later" is worth more than one in half a minute.
 *
 * <p>A request counts from its {@link #arrive arrival}, which the event loop knows, and not only from when a thread begins
 * with it: when the processor is what lacks, threads wait as well, and refusals would wait among them.
 */
public final class Admission {

    private final Semaphore places;
    private final int concurrent;
    private final int maxWaiting;
    private final AtomicInteger arrived = new AtomicInteger();
    private final LongAdder refused = new LongAdder();
    private final Duration deadline;

    public Admission(int concurrent, int maxWaiting, Duration deadline) {
        this.concurrent = concurrent;
        this.maxWaiting = maxWaiting;
        this.deadline = deadline;
        // Unfair: a fair semaphore hands the place to a parked thread at every release, which halves the throughput.
        this.places = new Semaphore(concurrent);
    }

    public Duration deadline() {
        return deadline;
    }

    public int executing() {
        return concurrent - places.availablePermits();
    }

    public int waiting() {
        return Math.max(0, arrived.get() - executing());
    }

    /** Whether more requests are there than execute at once. */
    public boolean isFull() {
        return arrived.get() > concurrent;
    }

    /** Requests that got no place since the start. */
    public long refused() {
        return refused.sum();
    }

    /** Takes in what did not arrive as a request of its own, and runs it in one of the places. */
    public Object run(Callable<Object> work) throws Exception {
        Arrival arrival = arrive();
        arrival.claim();
        try {
            return execute(work);
        } finally {
            arrival.done();
        }
    }

    /** Takes a request in, until its arrival is over. Never waits; {@link ErrorCode#OVERLOADED} when too many are there. */
    Arrival arrive() {
        count(concurrent + maxWaiting);
        return new Arrival(this);
    }

    /** Counts a request again that was let in before: only those that come in crowds are refused so late. */
    void comeBack() {
        count(2 * concurrent + maxWaiting);
    }

    void leave() {
        arrived.decrementAndGet();
    }

    private void count(int most) {
        if (arrived.incrementAndGet() > most) {
            arrived.decrementAndGet();
            throw overloaded("Too many requests wait already (" + maxWaiting + ")");
        }
    }

    /** Runs the work of a request that has arrived in one of the places, for which it waits within the deadline. */
    Object execute(Callable<Object> work) throws Exception {
        if (!places.tryAcquire() && !places.tryAcquire(deadline.toNanos(), TimeUnit.NANOSECONDS)) {
            throw overloaded("No place among the " + concurrent + " concurrent requests became free in time");
        }
        try {
            ThreadPriority.WORK.take();
            return work.call();
        } finally {
            places.release();
        }
    }

    private MnemoliteException overloaded(String what) {
        refused.increment();
        return new MnemoliteException(ErrorCode.OVERLOADED, what + "; try again in a second.");
    }
}
