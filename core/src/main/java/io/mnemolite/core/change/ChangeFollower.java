package io.mnemolite.core.change;

import io.mnemolite.core.error.MnemoliteException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the log of entities from which nothing but cached answers is derived: tells a listener of every change, whichever
 * node made it, from the moment it starts on.
 *
 * @param <I> identifies an entity
 */
public final class ChangeFollower<I> implements LogFollower, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeFollower.class);
    private static final int READ_AT_ONCE = 1_000;
    private static final Duration PRUNE_INTERVAL = Duration.ofMinutes(10);

    private final ChangeLog<I> log;
    private final ChangeListener<I> listener;
    private final Duration pollInterval;
    private final Thread thread;
    private final Semaphore wake = new Semaphore(0);
    private final Passes passes = new Passes();
    private volatile boolean closed;
    private @Nullable IndexPosition position;
    private long prunedNanos = System.nanoTime();

    /** @param name of the thread */
    public ChangeFollower(String name, ChangeLog<I> log, ChangeListener<I> listener, Duration pollInterval) {
        this.log = log;
        this.listener = listener;
        this.pollInterval = pollInterval;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!closed) {
                try {
                    follow();
                } catch (MnemoliteException e) {
                    // What was missed cannot be known before the log is read again.
                    LOG.debug("The change log could not be followed: {}", e.sentence());
                } catch (RuntimeException e) {
                    LOG.error("The change log could not be followed", e);
                }
                if (wake.tryAcquire(pollInterval.toMillis(), TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells the listener of what came since the last call. */
    void follow() {
        passes.begin();
        IndexPosition at = position;
        if (at == null || !log.covers(at)) {
            at = log.horizon();
            listener.everythingChanged();
            position = at;
        }
        List<Change<I>> changes;
        do {
            changes = log.after(at, READ_AT_ONCE);
            if (!changes.isEmpty()) {
                listener.changed(changes.stream().map(Change::id).toList());
                Change<I> last = changes.getLast();
                at = new IndexPosition(at.store(), last.xid(), last.seq());
                position = at;
            }
        } while (changes.size() == READ_AT_ONCE);
        passes.end();
        long now = System.nanoTime();
        if (now - prunedNanos >= PRUNE_INTERVAL.toNanos()) {
            log.prune(at);
            prunedNanos = now;
        }
    }

    @Override
    public void awaitPass() {
        passes.awaitNext(wake::release);
    }

    @Override
    public void close() {
        closed = true;
        wake.release();
        try {
            if (thread.isAlive()) {
                thread.join(Duration.ofSeconds(5));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
