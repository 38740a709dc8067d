package io.mnemolite.core.indexing;

import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.Events;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fills in awaited vectors in a thread of its own, a few at a time, and waits longer after each failure. */
public final class VectorBackfill implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(VectorBackfill.class);
    private static final int EVENTS_AT_ONCE = 32;
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Events events;
    private final Thread thread;
    private volatile boolean closed;

    public VectorBackfill(Events events) {
        this.events = events;
        this.thread = Thread.ofPlatform().name("vector-backfill").daemon().unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            // A server whose store never opened never started the thread.
            if (thread.isAlive()) {
                thread.join(Duration.ofSeconds(2));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        Duration pause = IDLE;
        while (!closed) {
            int settled = 0;
            try {
                settled = events.fillAwaitedVectors(EVENTS_AT_ONCE);
                pause = IDLE;
            } catch (MnemoliteException e) {
                pause = longer(pause);
                LOG.warn("Vectors could not be filled in, next try in {} s: {}", pause.toSeconds(), e.sentence());
            } catch (RuntimeException e) {
                pause = longer(pause);
                if (!closed) {
                    LOG.error("Vectors could not be filled in, next try in {} s", pause.toSeconds(), e);
                }
            }
            if (settled < EVENTS_AT_ONCE) {
                sleep(pause);
            }
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    private void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }
}
