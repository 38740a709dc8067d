package io.mnemolite.core.indexing;

import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.AwaitedVectors;
import io.mnemolite.core.event.Events;
import io.mnemolite.core.event.MadeVector;
import io.mnemolite.core.priority.ThreadPriority;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills in awaited vectors, some at a time: to the end when asked, or whenever there are any in a thread of its own, which
 * waits longer after each failure. What is stored stays when it is stopped, and the next one goes on from there.
 */
public final class VectorBackfill implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(VectorBackfill.class);

    /** How many events a transaction fills in at most. */
    public static final int EVENTS_AT_ONCE = 32;

    /** How long a thread waits when no vector is awaited. */
    public static final Duration IDLE = Duration.ofSeconds(1);

    private static final int LONGEST_PAUSE_OVER_IDLE = 30;

    private final VectorWork work;
    private final Duration idle;
    private final Thread thread;
    private volatile boolean closed;

    private volatile @Nullable String failure;

    /** Of the thread alone. */
    private Duration pause;

    /**
     * @param name of the thread
     * @param idle how long the thread waits when no vector is awaited; up to 30 times as long after failures
     */
    public VectorBackfill(String name, VectorWork work, Duration idle) {
        this.work = work;
        this.idle = idle;
        this.pause = idle;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    /** Fills in the vectors of events. */
    public static VectorBackfill ofEvents(AwaitedVectors awaited, Events events) {
        return ofEvents(awaited, events, IDLE);
    }

    /** @param idle how long the thread waits when no vector is awaited; up to 30 times as long after failures */
    public static VectorBackfill ofEvents(AwaitedVectors awaited, Events events, Duration idle) {
        return new VectorBackfill("vector-backfill", () -> settleSome(awaited, events), idle);
    }

    private static OptionalInt settleSome(AwaitedVectors awaited, Events events) {
        List<MadeVector> vectors = awaited.make(EVENTS_AT_ONCE);
        // An event changed meanwhile is awaited still, or needs none: either way the next round knows.
        return vectors.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(events.fillVectors(vectors).size());
    }

    /**
     * Fills in vectors until none is awaited or this is closed.
     *
     * @param progress told how many are settled so far, after each transaction
     * @return how many were settled
     * @throws MnemoliteException when the store or the model cannot go on now
     */
    public long fill(LongConsumer progress) {
        long settled = 0;
        while (!closed) {
            OptionalInt some = work.settleSome();
            if (some.isEmpty()) {
                break;
            }
            settled += some.getAsInt();
            progress.accept(settled);
        }
        return settled;
    }

    public void start() {
        thread.start();
    }

    /** Why the thread's last try failed, as a sentence; empty when it did not. */
    public Optional<String> failure() {
        return Optional.ofNullable(failure);
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
        ThreadPriority.WORK.take();
        while (!closed) {
            try {
                fill(settled -> goesOn());
                goesOn();
            } catch (MnemoliteException e) {
                pause = longer();
                failure = e.sentence();
                LOG.warn("Vectors could not be filled in, next try in {} s: {}", pause.toSeconds(), e.sentence());
            } catch (RuntimeException e) {
                pause = longer();
                failure = "An unexpected failure; the server's log has its cause.";
                if (!closed) {
                    LOG.error("Vectors could not be filled in, next try in {} s", pause.toSeconds(), e);
                }
            }
            sleep();
        }
    }

    private void goesOn() {
        pause = idle;
        failure = null;
    }

    private Duration longer() {
        Duration twice = pause.multipliedBy(2);
        Duration longest = idle.multipliedBy(LONGEST_PAUSE_OVER_IDLE);
        return twice.compareTo(longest) > 0 ? longest : twice;
    }

    private void sleep() {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }
}
