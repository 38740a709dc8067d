package io.mnemolite.cache;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What was acknowledged and what was read. As versions of an event only grow, a read is stale exactly if it shows a version
 * below the highest one acknowledged before it began; one comparison per read checks the whole history.
 */
final class History {

    private final AtomicLongArray acknowledged;
    private final AtomicLong reads = new AtomicLong();
    private final AtomicLong staleReads = new AtomicLong();
    private final AtomicReference<@Nullable String> firstStaleRead = new AtomicReference<>();

    History(int events) {
        this.acknowledged = new AtomicLongArray(events);
    }

    void acknowledge(int number, long version) {
        acknowledged.accumulateAndGet(number, version, Math::max);
    }

    /** What a read that begins now must show at least. */
    long required(int number) {
        return acknowledged.get(number);
    }

    /** A read ended; {@code how} says what kind it was. */
    void read(String how, int number, long required, long seen) {
        reads.incrementAndGet();
        if (seen < required) {
            staleReads.incrementAndGet();
            firstStaleRead.compareAndSet(
                    null,
                    how + " of event " + number + " showed version " + seen + " after version " + required
                            + " was acknowledged");
        }
    }

    long reads() {
        return reads.get();
    }

    long staleReads() {
        return staleReads.get();
    }

    String firstStaleRead() {
        String first = firstStaleRead.get();
        return first == null ? "none" : first;
    }
}
