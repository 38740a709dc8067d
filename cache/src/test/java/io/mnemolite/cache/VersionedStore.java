package io.mnemolite.cache;

import io.mnemolite.core.event.EventId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A store and its index that hold nothing but a version per event, which grows with each write; the version of a deleted
 * event is negative. Writers of one event take turns, as row locks make them.
 */
final class VersionedStore {

    private final List<EventId> ids;
    private final Map<EventId, Integer> numbers = new HashMap<>();
    private final Object[] rowLocks;
    private final AtomicLongArray store;
    private final AtomicLongArray index;
    private final AtomicLongArray lastDeletions;
    private final Disturbance disturbance;

    VersionedStore(int events, Disturbance disturbance) {
        this.ids = Stream.generate(EventId::next).limit(events).toList();
        ids.forEach(id -> numbers.put(id, numbers.size()));
        this.rowLocks =
                IntStream.range(0, events).mapToObj(number -> new Object()).toArray();
        this.store = new AtomicLongArray(events);
        this.index = new AtomicLongArray(events);
        this.lastDeletions = new AtomicLongArray(events);
        this.disturbance = disturbance;
    }

    int size() {
        return ids.size();
    }

    EventId id(int number) {
        return ids.get(number);
    }

    int number(EventId id) {
        Integer number = numbers.get(id);
        if (number == null) {
            throw new IllegalArgumentException("No event " + id);
        }
        return number;
    }

    /** Commits the next version of an event; what it is. */
    long commitUpdate(int number) {
        return commit(number, version -> Math.abs(version) + 1);
    }

    long commitDeletion(int number) {
        return -commit(number, version -> -(Math.abs(version) + 1));
    }

    private long commit(int number, LongUnaryOperator next) {
        disturbance.disturb();
        synchronized (rowLocks[number]) {
            long version = next.applyAsLong(store.get(number));
            if (version < 0) {
                // Before anybody can miss the event: who does is judged by this.
                lastDeletions.set(number, -version);
                disturbance.disturb();
            }
            store.set(number, version);
            return version;
        }
    }

    /** Has the index show the event as it stands in the store. */
    void apply(int number) {
        disturbance.disturb();
        synchronized (rowLocks[number]) {
            index.set(number, store.get(number));
        }
        disturbance.disturb();
    }

    long read(int number) {
        disturbance.disturb();
        long version = store.get(number);
        disturbance.disturb();
        return version;
    }

    long[] readIndex() {
        disturbance.disturb();
        long[] versions = new long[index.length()];
        for (int number = 0; number < versions.length; number++) {
            versions[number] = index.get(number);
        }
        disturbance.disturb();
        return versions;
    }

    /** The version of the event's last deletion, 0 when there was none. */
    long lastDeletion(int number) {
        return lastDeletions.get(number);
    }
}
