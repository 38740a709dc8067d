package io.mnemolite.cache;

import io.mnemolite.core.event.EventId;
import io.mnemolite.core.indexing.ChangeListener;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * A counter per tag that grows with each change of what the tag names. There are finitely many: tags of events share them
 * by hash, so that a change may also spoil values that do not depend on it, but never misses one that does. Counters only
 * ever grow, so that a count noted once and found again later proves that nothing changed in between.
 */
final class Epochs implements ChangeListener {

    private static final int ALL_EVENTS = 0;
    private static final int MEMORY_GRAPH = 1;

    /** Places of their own for the tags that change with every write: no event may share one of these. */
    private static final int RESERVED = 2;

    /** A power of two: with 1,000 entries a write spoils an unrelated one in about 1 of 16 cases, for 128 KiB. */
    private static final int STRIPES = 1 << 14;

    private final AtomicLongArray counters = new AtomicLongArray(RESERVED + STRIPES);
    private final LongAdder eventBumps = new LongAdder();
    private final LongAdder allEventsBumps = new LongAdder();
    private final LongAdder memoryGraphBumps = new LongAdder();
    private final LongAdder everythingBumps = new LongAdder();

    /** The state of these tags at the call; to be taken before what depends on them is read. */
    EpochNote note(List<? extends Tag> tags) {
        int[] places = new int[tags.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = place(tags.get(i));
        }
        return new EpochNote(places, sum(places));
    }

    /** What a note of the same tags would hold now. */
    long current(EpochNote note) {
        return sum(note.places());
    }

    /** These events changed, appeared or went, and with them the set of all events. */
    @Override
    public void changed(Collection<EventId> ids) {
        if (!ids.isEmpty()) {
            ids.forEach(id -> counters.incrementAndGet(place(id)));
            eventBumps.add(ids.size());
            allEventsChanged();
        }
    }

    /** Some event changed whose id cannot have been read yet. */
    void allEventsChanged() {
        counters.incrementAndGet(ALL_EVENTS);
        allEventsBumps.increment();
    }

    /** Some node or edge of the memory graph changed, appeared or went. */
    void memoryGraphChanged() {
        counters.incrementAndGet(MEMORY_GRAPH);
        memoryGraphBumps.increment();
    }

    @Override
    public void everythingChanged() {
        for (int place = 0; place < counters.length(); place++) {
            counters.incrementAndGet(place);
        }
        everythingBumps.increment();
    }

    long bumpsOfEvents() {
        return eventBumps.sum() + everythingBumps.sum();
    }

    long bumpsOfAllEvents() {
        return allEventsBumps.sum() + everythingBumps.sum();
    }

    long bumpsOfGraphs() {
        return memoryGraphBumps.sum() + everythingBumps.sum();
    }

    /**
     * The counters of several tags as one number. None ever shrinks, so two sums, the second begun after the first was
     * done, are equal only if each counter is.
     */
    private long sum(int[] places) {
        long sum = 0;
        for (int place : places) {
            sum += counters.get(place);
        }
        return sum;
    }

    private static int place(Tag tag) {
        return switch (tag) {
            case Tag.OneEvent event -> place(event.id());
            case Tag.AllEvents() -> ALL_EVENTS;
            case Tag.MemoryGraph() -> MEMORY_GRAPH;
        };
    }

    /** Ids begin with their time of creation, so the bits are mixed (the finaliser of MurmurHash3) before some are kept. */
    private static int place(EventId id) {
        long hash = id.value().getMostSignificantBits() * 31 + id.value().getLeastSignificantBits();
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return RESERVED + (int) ((hash ^ (hash >>> 33)) & (STRIPES - 1));
    }
}
