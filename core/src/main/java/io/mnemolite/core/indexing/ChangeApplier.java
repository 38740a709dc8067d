package io.mnemolite.core.indexing;

import io.mnemolite.core.change.Change;
import io.mnemolite.core.change.DerivedIndex;
import io.mnemolite.core.change.WriteObserver;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the index to the store's state, entity by entity. A change only names one: the applier reads the row as it
 * stands and indexes it, or removes it when it is gone, so that order and repetition of changes do not matter.
 *
 * <p>One thread at a time applies, for everyone who waits: a writer adds its ids to the pending set and takes the lock; if
 * another writer has applied them in the meantime, it is done. Under load a read of the store and an index update are thus
 * shared by many writers, and no row read earlier can overwrite one read later.
 *
 * @param <I> identifies an entity
 * @param <E> an entity as it is indexed
 */
public final class ChangeApplier<I, E> implements WriteObserver<I> {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeApplier.class);

    /** More unapplied changes than this are cheaper to rebuild than to remember. */
    private static final int MAX_PENDING = 100_000;

    /** How many recently applied revisions are remembered, so that the tailer need not read its own node's writes again. */
    private static final int MAX_RECENT = 50_000;

    private final EntitySource<I, E> source;
    private final DerivedIndex<I, E> index;
    private final ReentrantLock applying = new ReentrantLock();
    private final Object queue = new Object();
    private Set<I> pending = new LinkedHashSet<>();
    private long pendingTicket = 1;
    private volatile long appliedTicket;
    private volatile boolean behind;
    private volatile @Nullable String damage;

    private final Map<I, Applied> recent = new LinkedHashMap<>(1024, 0.75f, false) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<I, Applied> eldest) {
            return size() > MAX_RECENT;
        }
    };

    private record Applied(long revision, long vectorRevision) {}

    public ChangeApplier(EntitySource<I, E> source, DerivedIndex<I, E> index) {
        this.source = source;
        this.index = index;
    }

    /** Returns after the index shows at least the state of these entities at the call, or is known to be behind. */
    @Override
    public void written(Collection<I> ids) {
        if (ids.isEmpty()) {
            return;
        }
        long ticket;
        synchronized (queue) {
            pending.addAll(ids);
            ticket = pendingTicket;
        }
        applying.lock();
        try {
            if (appliedTicket < ticket) {
                applyPending();
            }
        } finally {
            applying.unlock();
        }
    }

    /** Applies what an earlier attempt could not; whether nothing is left. */
    boolean retryPending() {
        if (!behind) {
            return true;
        }
        applying.lock();
        try {
            applyPending();
            return !behind;
        } finally {
            applying.unlock();
        }
    }

    /** Applies changes read from the log, skipping what is known to be in the index already; the ids it had to apply. */
    List<I> applyLogged(List<Change<I>> changes) {
        applying.lock();
        try {
            Set<I> ids = new LinkedHashSet<>();
            for (Change<I> change : changes) {
                if (!isApplied(change)) {
                    ids.add(change.id());
                }
            }
            apply(ids);
            return List.copyOf(ids);
        } finally {
            applying.unlock();
        }
    }

    /** Runs a step of a rebuild while no change is being applied. */
    <T> T exclusively(Supplier<T> step) {
        applying.lock();
        try {
            return step.get();
        } finally {
            applying.unlock();
        }
    }

    /** Why the index is unusable until rebuilt; null when it is fine. */
    @Nullable
    String damage() {
        return damage;
    }

    /** Whether committed changes wait because the store could not be read. */
    boolean isBehind() {
        return behind;
    }

    /** Called at the start of a rebuild, which covers everything known so far. */
    void forget() {
        applying.lock();
        try {
            damage = null;
            recent.clear();
        } finally {
            applying.unlock();
        }
    }

    private void applyPending() {
        Set<I> batch;
        long ticket;
        synchronized (queue) {
            batch = pending;
            pending = new LinkedHashSet<>();
            ticket = pendingTicket++;
        }
        try {
            apply(batch);
            behind = false;
        } catch (RuntimeException e) {
            keepForLater(batch, e);
        }
        appliedTicket = ticket;
    }

    private void keepForLater(Set<I> batch, RuntimeException cause) {
        LOG.warn("{} committed changes wait to be indexed: {}", batch.size(), cause.toString());
        behind = true;
        synchronized (queue) {
            pending.addAll(batch);
            if (pending.size() > MAX_PENDING) {
                pending.clear();
                damage = "more than " + MAX_PENDING + " changes could not be applied";
            }
        }
    }

    private void apply(Set<I> ids) {
        List<I> all = List.copyOf(ids);
        for (int from = 0; from < all.size() && damage == null; from += source.appliedAtOnce()) {
            applyAtOnce(all.subList(from, Math.min(all.size(), from + source.appliedAtOnce())));
        }
    }

    private void applyAtOnce(List<I> ids) {
        List<E> present = source.findAll(ids);
        Set<I> gone = new LinkedHashSet<>(ids);
        present.forEach(entity -> gone.remove(source.id(entity)));
        try {
            index.apply(present, gone);
        } catch (RuntimeException e) {
            // The index may hold half of it: only a rebuild makes it trustworthy again.
            LOG.error("The index could not take {} changes and will be rebuilt", ids.size(), e);
            damage = "the index could not take a change: " + e.getMessage();
            return;
        }
        Map<I, Applied> applied = HashMap.newHashMap(present.size());
        present.forEach(entity ->
                applied.put(source.id(entity), new Applied(source.revision(entity), source.vectorRevision(entity))));
        recent.putAll(applied);
        gone.forEach(recent::remove);
    }

    private boolean isApplied(Change<I> change) {
        Applied applied = recent.get(change.id());
        return !change.deleted()
                && applied != null
                && applied.revision() >= change.revision()
                && applied.vectorRevision() >= change.vectorRevision();
    }
}
