package io.mnemolite.server.web.monitoring;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is dear to read, kept for some seconds. One thread reads it at a time; the others wait and take what it read.
 */
final class Recent<T> {

    private static final long KEPT_NANOS = 10_000_000_000L;

    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable T value;
    private long readAt;

    /** @param isFresh whether what was read before is not good enough */
    T get(boolean isFresh, Supplier<T> read) {
        long asked = System.nanoTime();
        lock.lock();
        try {
            T kept = value;
            long oldest = isFresh ? asked : asked - KEPT_NANOS;
            if (kept != null && readAt - oldest > 0) {
                return kept;
            }
            long now = System.nanoTime();
            T fresh = read.get();
            value = fresh;
            readAt = now;
            return fresh;
        } finally {
            lock.unlock();
        }
    }
}
