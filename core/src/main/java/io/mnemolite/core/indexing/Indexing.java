package io.mnemolite.core.indexing;

import io.mnemolite.core.change.Change;
import io.mnemolite.core.change.ChangeListener;
import io.mnemolite.core.change.ChangeLog;
import io.mnemolite.core.change.DerivedIndex;
import io.mnemolite.core.change.IndexPosition;
import io.mnemolite.core.change.LogFollower;
import io.mnemolite.core.change.Passes;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.search.IndexAvailability;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index equal to the store in one thread of its own: opens it at its last position or rebuilds it, tails the
 * change log, repairs it after damage, commits it now and then. Only this thread moves the position.
 *
 * @param <I> identifies an entity
 * @param <E> an entity as it is indexed
 */
public final class Indexing<I, E> implements IndexAvailability, LogFollower, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Indexing.class);
    private static final int TAILED_AT_ONCE = 2_000;
    private static final Duration PRUNE_INTERVAL = Duration.ofMinutes(10);

    private final EntitySource<I, E> source;
    private final ChangeLog<I> changes;
    private final DerivedIndex<I, E> index;
    private final ChangeApplier<I, E> applier;
    private final ChangeListener<I> listener;
    private final Duration pollInterval;
    private final Duration commitInterval;
    private final Thread thread;
    private final Semaphore wake = new Semaphore(0);
    private final Passes passes = new Passes();

    private volatile IndexState state = new IndexState.Rebuilding(0, 0);
    private volatile boolean closed;
    private volatile boolean rebuildAsked;
    private volatile long lastTailNanos = System.nanoTime();
    private @Nullable IndexPosition position;
    private @Nullable IndexPosition committed;
    private long lastCommitNanos = System.nanoTime();
    private long lastPruneNanos = System.nanoTime();

    public Indexing(
            EntitySource<I, E> source,
            ChangeLog<I> changes,
            DerivedIndex<I, E> index,
            ChangeApplier<I, E> applier,
            ChangeListener<I> listener,
            Duration pollInterval,
            Duration commitInterval) {
        this.source = source;
        this.changes = changes;
        this.index = index;
        this.applier = applier;
        this.listener = listener;
        this.pollInterval = pollInterval;
        this.commitInterval = commitInterval;
        this.thread = Thread.ofPlatform()
                .name("indexing-" + source.plural().replace(' ', '-'))
                .daemon()
                .unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    public IndexState state() {
        if (rebuildAsked) {
            return new IndexState.Rebuilding(0, 0);
        }
        String damage = applier.damage();
        return damage == null || state instanceof IndexState.Rebuilding ? state : new IndexState.Damaged(damage);
    }

    /** Seconds since the change log was last read to its end. */
    public double lagSeconds() {
        return (System.nanoTime() - lastTailNanos) / 1e9;
    }

    /** How many documents searches look through. */
    public long documents() {
        return index.documents();
    }

    /** Size of the index on disk in bytes. */
    public long sizeInBytes() {
        return index.sizeInBytes();
    }

    /** Has the index thrown away and filled again from the store; returns at once. */
    public void rebuild() {
        rebuildAsked = true;
        wake.release();
    }

    @Override
    public void requireReady() {
        switch (state()) {
            case IndexState.Ready() -> {
                if (applier.isBehind()) {
                    throw unavailable(
                            "The " + source.indexName() + " waits for the database to catch up with the last changes");
                }
            }
            case IndexState.Rebuilding rebuilding ->
                throw unavailable("The " + source.indexName() + " is being built from the database ("
                        + rebuilding.done() + " of " + rebuilding.total() + " " + source.plural() + ")");
            case IndexState.Damaged damaged ->
                throw unavailable("The " + source.indexName() + " is being repaired (" + damaged.reason() + ")");
        }
    }

    @Override
    public void awaitPass() {
        // While it is built nothing passes, and the reason says more than a deadline.
        requireReady();
        passes.awaitNext(wake::release);
        requireReady();
    }

    private static MnemoliteException unavailable(String what) {
        return new MnemoliteException(
                ErrorCode.UNAVAILABLE, what + "; reads by id work meanwhile, so try this search again in a moment.");
    }

    /** Commits and stops; the position committed covers everything tailed. */
    @Override
    public void close() {
        closed = true;
        wake.release();
        try {
            // A server whose store never opened never started the thread.
            if (thread.isAlive()) {
                thread.join(Duration.ofSeconds(5));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed) {
            try {
                step();
                await(pollInterval);
            } catch (MnemoliteException e) {
                LOG.warn("The change log could not be followed: {}", e.sentence());
                await(Duration.ofSeconds(1));
            } catch (RuntimeException e) {
                LOG.error("The index could not be kept up and will be rebuilt", e);
                state = new IndexState.Damaged("an unexpected failure");
                position = null;
                rebuildAsked = true;
                await(Duration.ofSeconds(1));
            }
        }
        try {
            commitIfMoved();
        } catch (RuntimeException e) {
            LOG.warn("The index could not be committed at the end; the next start replays the change log", e);
        }
    }

    private void step() {
        if (position == null && !rebuildAsked) {
            open();
        }
        IndexPosition at = position;
        if (rebuildAsked || applier.damage() != null || at == null || !changes.covers(at)) {
            rebuild(at == null && !rebuildAsked ? "the index has no usable state" : "it was asked for or is due");
        }
        passes.begin();
        boolean complete = applier.retryPending();
        tail();
        if (complete && applier.damage() == null && state instanceof IndexState.Rebuilding) {
            state = new IndexState.Ready();
            LOG.info("The {} is ready", source.indexName());
        }
        passes.end();
        long now = System.nanoTime();
        if (now - lastCommitNanos >= commitInterval.toNanos()) {
            if (!commitIfMoved() && state instanceof IndexState.Ready) {
                // Nothing came for a whole interval.
                index.consolidate();
            }
            lastCommitNanos = now;
        }
        if (now - lastPruneNanos >= PRUNE_INTERVAL.toNanos() && committed != null) {
            changes.prune(committed);
            lastPruneNanos = now;
        }
    }

    private void open() {
        Optional<IndexPosition> found = index.committedPosition();
        if (found.isPresent() && changes.covers(found.get())) {
            position = found.get();
            committed = position;
        }
    }

    private void rebuild(String reason) {
        long total = source.count();
        if (total > 0) {
            LOG.info("Building the {} of {} {}, because {}", source.indexName(), total, source.plural(), reason);
        }
        // Before the caches are emptied, so that no answer of the old index is cached after it.
        state = new IndexState.Rebuilding(0, total);
        listener.everythingChanged();
        rebuildAsked = false;
        position = null;
        committed = null;
        applier.forget();
        applier.exclusively(() -> {
            index.clear();
            return true;
        });
        IndexPosition start = changes.horizon();
        int scannedAtOnce = source.scannedAtOnce();
        long done = 0;
        I after = null;
        while (!closed) {
            I from = after;
            // Read and applied under one lock: otherwise a row read here could overwrite a newer one applied meanwhile.
            List<E> entities = applier.exclusively(() -> {
                List<E> read = source.scan(from, scannedAtOnce);
                index.apply(read, List.of());
                return read;
            });
            done += entities.size();
            state = new IndexState.Rebuilding(done, Math.max(total, done));
            if (done % 10_000 < scannedAtOnce && done >= 10_000) {
                LOG.info(
                        "Building the {}: {} of {} {}",
                        source.indexName(),
                        done,
                        Math.max(total, done),
                        source.plural());
            }
            if (entities.size() < scannedAtOnce) {
                break;
            }
            after = source.id(entities.getLast());
        }
        if (!closed) {
            position = start;
            commitIfMoved();
            listener.everythingChanged();
        }
    }

    private void tail() {
        IndexPosition at = position;
        while (at != null && !closed) {
            List<Change<I>> read = changes.after(at, TAILED_AT_ONCE);
            if (!read.isEmpty()) {
                List<I> applied = applier.applyLogged(read);
                if (applier.damage() != null) {
                    return;
                }
                listener.changed(applied);
                Change<I> last = read.getLast();
                at = new IndexPosition(at.store(), last.xid(), last.seq());
                position = at;
            }
            if (read.size() < TAILED_AT_ONCE) {
                lastTailNanos = System.nanoTime();
                return;
            }
        }
    }

    private boolean commitIfMoved() {
        IndexPosition at = position;
        if (at == null || at.equals(committed) || applier.damage() != null) {
            return false;
        }
        index.commit(at);
        committed = at;
        return true;
    }

    private void await(Duration duration) {
        try {
            if (wake.tryAcquire(duration.toMillis(), TimeUnit.MILLISECONDS)) {
                wake.drainPermits();
            }
        } catch (InterruptedException e) {
            closed = true;
        }
    }
}
