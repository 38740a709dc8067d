package io.mnemolite.server.front;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * At most {@code concurrent} requests execute at once, {@code waiting} more wait within their deadline, and what comes
 * beyond is refused at once: an answer in milliseconds that says "later" is worth more than one in half a minute.
 */
public final class Admission {

    private final Semaphore places;
    private final int concurrent;
    private final int maxWaiting;
    private final AtomicInteger waiting = new AtomicInteger();
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
        return waiting.get();
    }

    /** Requests that got no place since the start. */
    public long refused() {
        return refused.sum();
    }

    /** Runs {@code work} in one of the places. */
    public Object run(Callable<Object> work) throws Exception {
        enter();
        try {
            return work.call();
        } finally {
            places.release();
        }
    }

    private void enter() throws InterruptedException {
        if (places.tryAcquire()) {
            return;
        }
        try {
            if (waiting.incrementAndGet() > maxWaiting) {
                throw overloaded("Too many requests wait already (" + maxWaiting + ")");
            }
            if (!places.tryAcquire(deadline.toNanos(), TimeUnit.NANOSECONDS)) {
                throw overloaded("No place among the " + concurrent + " concurrent requests became free in time");
            }
        } finally {
            waiting.decrementAndGet();
        }
    }

    private MnemoliteException overloaded(String what) {
        refused.increment();
        return new MnemoliteException(ErrorCode.OVERLOADED, what + "; try again in a second.");
    }
}
