package io.mnemolite.core.operation.history;

import io.mnemolite.core.operation.CacheMonitor.CacheFigures;
import io.mnemolite.core.operation.StoreMonitor.PoolFigures;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Samples of which a test names what it is about. */
final class Samples {

    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private static final CacheFigures UNUSED = new CacheFigures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private Samples() {}

    static Sample at(long seconds) {
        return at(seconds, 0, 0);
    }

    /** With so many hits and misses of the event cache since the start. */
    static Sample at(long seconds, long hits, long misses) {
        return sample(seconds, new CacheFigures(hits, misses, 0, 0, 0, 0, 0, 0, 0, 0, 0), null);
    }

    /** With so many events that await a vector. */
    static Sample awaiting(long seconds, @Nullable Long awaiting) {
        return sample(seconds, UNUSED, awaiting);
    }

    private static Sample sample(long seconds, CacheFigures event, @Nullable Long awaiting) {
        return new Sample(
                START.plusSeconds(seconds),
                event,
                UNUSED,
                UNUSED,
                event.hits() + event.misses(),
                0,
                0,
                0,
                new PoolFigures(10, 0, 10, 0, 0, 10, 0),
                awaiting,
                0,
                0);
    }
}
