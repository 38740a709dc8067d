package io.mnemolite.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.mnemolite.core.deadline.Deadline;
import io.mnemolite.core.operation.CacheMonitor.CacheFigures;
import io.mnemolite.core.timing.RequestPhases;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A bounded cache in which no read that starts after a write was acknowledged finds the state before that write.
 *
 * <p>Removing a key when it is written is not enough: a load that read the old state may put it back after the removal. So
 * nothing is ever removed for being old. Instead
 *
 * <ol type="a">
 *   <li>a load notes the epochs of its key's tags before it reads anything;
 *   <li>it leaves its value as an entry only if they are unchanged;
 *   <li>a read accepts an entry only if the epochs noted for it are still current;
 *   <li>a writer commits, has the index updated, bumps the epochs whatever the outcome, and only then answers;
 *   <li>a read joins a running load only if the epochs noted for it are still current, and else starts its own.
 * </ol>
 *
 * <p>Why that suffices. Let write W be acknowledged before read R starts. W's bump lies before R's start (d). Whatever R
 * answers with, an entry (c) or somebody's load (e), R found its note equal to the epochs after it started, hence after the
 * bump. Epochs only grow, so the note was taken after the bump too. The load read after it noted (a), hence after W's
 * commit and index update: it saw W. A load that R starts itself reads after R's start. Epochs that change after R has
 * checked belong to writes acknowledged after R started, which R need not show.
 *
 * <p>The check in (b) and the put that follows it are not atomic, and need not be: a bump in between leaves an entry that
 * (c) refuses. By the argument above (b) is not needed for safety at all, as long as an entry carries the epochs noted before
 * its load and not those of the moment of the put; it keeps a value known to be old from displacing a good one.
 *
 * <p>Two loads of a key may run at once, one begun before a bump and one after. The map holds the later; each finishes for
 * its own waiters. A load stores before it leaves the map, and a read that finds no load there looks for the entry again:
 * so concurrent misses of one key cause one load, however late one of them comes to the map.
 *
 * <p>A load runs in a virtual thread of its own under its own deadline. Nobody can cancel it: a waiter that is interrupted or
 * whose own deadline passes leaves alone. What is absent, fails, or is larger than {@link #LARGEST_ENTRY} is not kept.
 */
final class CoherentCache<K, V> {

    /** Entries that occupy more bytes than this are not kept. */
    static final long LARGEST_ENTRY = 256 * 1024;

    private final Epochs epochs;
    private final EntryRules<K, V> rules;
    private final CacheSettings settings;
    private final CoherenceProtocol protocol;
    private final CacheCounters counters = new CacheCounters();
    private final Cache<K, CacheEntry<V>> entries;
    private final ConcurrentHashMap<K, Load<V>> loads = new ConcurrentHashMap<>();

    CoherentCache(Epochs epochs, EntryRules<K, V> rules, CacheSettings settings, Ticker ticker) {
        this(epochs, rules, settings, ticker, CoherenceProtocol.COHERENT);
    }

    CoherentCache(
            Epochs epochs, EntryRules<K, V> rules, CacheSettings settings, Ticker ticker, CoherenceProtocol protocol) {
        this.epochs = epochs;
        this.rules = rules;
        this.settings = settings;
        this.protocol = protocol;
        int leastWeight = settings.leastWeight();
        this.entries = Caffeine.newBuilder()
                .expireAfterWrite(settings.ttl())
                .ticker(ticker)
                .weigher((K key, CacheEntry<V> entry) -> Math.max(leastWeight, entry.bytes()))
                .maximumWeight(settings.maxWeight())
                // In the caller's thread, so that the bounds hold when a put returns. A read only ever tries the lock.
                .executor(Runnable::run)
                .evictionListener((key, entry, cause) -> counters.evictions.increment())
                .build();
    }

    /** The value when an entry can be accepted, else null. Never waits; counts a hit, but not a miss. */
    @Nullable
    V peek(K key) {
        V value = accepted(key);
        if (value != null) {
            counters.hits.increment();
        }
        return value;
    }

    /** The value from an entry, a running load or an own one, within the caller's deadline; empty when there is none. */
    Optional<V> get(K key, Supplier<Optional<V>> loader) {
        V value = peek(key);
        if (value != null) {
            return Optional.of(value);
        }
        Duration patience = patience();
        Load<V> own = newLoad(key);
        Load<V> load = loads.compute(key, (same, running) -> {
            if (running != null) {
                return protocol.mayJoin(running.note().sum(), epochs.current(running.note())) ? running : own;
            }
            V stored = accepted(key);
            if (stored == null) {
                return own;
            }
            own.complete(Optional.of(stored));
            return null;
        });
        if (load == null) {
            counters.hits.increment();
            return own.await(patience);
        }
        counters.misses.increment();
        if (load == own) {
            start(key, own, loader);
        } else {
            counters.coalesced.increment();
        }
        return load.await(patience);
    }

    /** The value from a load of its own, which yet fills the cache and can be joined by others. */
    Optional<V> bypass(K key, Supplier<Optional<V>> loader) {
        Duration patience = patience();
        Load<V> own = newLoad(key);
        loads.put(key, own);
        start(key, own, loader);
        return own.await(patience);
    }

    /** Drops every entry. The caller has bumped the epochs, so that running loads add none. */
    void clear() {
        entries.invalidateAll();
    }

    /** What the cache holds and has done; entries that no read would accept are dropped and not counted. */
    CacheFigures figures() {
        long items = 0;
        long bytes = 0;
        for (var held : entries.asMap().entrySet()) {
            CacheEntry<V> entry = held.getValue();
            if (isCurrent(entry)) {
                items++;
                bytes += entry.bytes();
            } else {
                entries.asMap().remove(held.getKey(), entry);
            }
        }
        return new CacheFigures(
                counters.hits.sum(),
                counters.misses.sum(),
                items,
                settings.maxItems(),
                settings.ttl().toSeconds(),
                bytes,
                counters.evictions.sum(),
                counters.loads.sum(),
                counters.coalesced.sum(),
                rules.invalidations().getAsLong(),
                counters.discardedLoads.sum());
    }

    private @Nullable V accepted(K key) {
        CacheEntry<V> entry = entries.getIfPresent(key);
        return entry != null && isCurrent(entry) ? entry.value() : null;
    }

    private boolean isCurrent(CacheEntry<V> entry) {
        return protocol.mayAccept(entry.stamp(), epochs.current(entry.note()));
    }

    private Load<V> newLoad(K key) {
        return new Load<>(epochs.note(rules.tags().apply(key)));
    }

    /** Loads end at their limit by themselves; twice that long is for callers without a deadline. */
    private Duration patience() {
        return Deadline.remaining(settings.loadLimit().multipliedBy(2));
    }

    private void start(K key, Load<V> load, Supplier<Optional<V>> loader) {
        counters.loads.increment();
        Supplier<Optional<V>> measured = RequestPhases.carried(loader);
        try {
            Thread.ofVirtual().name("cache-load").start(() -> run(key, load, measured));
        } catch (Throwable failure) { // no memory for a thread: others may have joined already
            fail(key, load, failure);
        }
    }

    private void run(K key, Load<V> load, Supplier<Optional<V>> loader) {
        try {
            Optional<V> value = Deadline.after(settings.loadLimit()).call(loader::get);
            value.ifPresent(present -> keep(key, load.note(), present));
            loads.remove(key, load);
            load.complete(value);
        } catch (Throwable failure) { // of any kind: somebody waits for it
            fail(key, load, failure);
        }
    }

    private void fail(K key, Load<V> load, Throwable failure) {
        loads.remove(key, load);
        load.completeExceptionally(failure);
    }

    private void keep(K key, EpochNote note, V value) {
        long bytes = rules.bytes().applyAsLong(key, value);
        if (bytes > LARGEST_ENTRY) {
            return;
        }
        long current = epochs.current(note);
        if (protocol.mayStore(note.sum(), current)) {
            entries.put(key, new CacheEntry<>(value, note, protocol.stamp(note.sum(), current), (int) bytes));
        } else {
            counters.discardedLoads.increment();
        }
    }
}
