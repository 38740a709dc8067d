package io.mnemolite.core.search;

import io.mnemolite.core.change.IndexPosition;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An {@link EventIndex} on the heap that compares every event; "durable" means: kept in its {@link Place}. */
public final class InMemoryEventIndex implements EventIndex {

    private final int dimension;
    private final Place place;
    private final TreeMap<EventId, Event> events = new TreeMap<>();

    /** The events as a snapshot sees them; null once they have changed. */
    private @Nullable List<Event> view;

    /** What outlives an index object, as a directory does. */
    public static final class Place {

        private List<Event> events = List.of();
        private @Nullable IndexPosition position;
    }

    public InMemoryEventIndex(int dimension) {
        this(dimension, new Place());
    }

    /**
     * Opens the last committed state of the place.
     *
     * @param dimension of the vectors that are searched
     */
    public InMemoryEventIndex(int dimension, Place place) {
        this.dimension = dimension;
        this.place = place;
        place.events.forEach(event -> events.put(event.id(), event));
    }

    @Override
    public synchronized void apply(Collection<Event> present, Collection<EventId> gone) {
        present.forEach(event -> events.put(event.id(), event));
        gone.forEach(events::remove);
        view = null;
    }

    @Override
    public synchronized IndexSnapshot snapshot() {
        return new InMemoryIndexSnapshot(view(), dimension);
    }

    @Override
    public synchronized void clear() {
        events.clear();
        view = null;
        place.events = List.of();
        place.position = null;
    }

    @Override
    public synchronized void commit(IndexPosition position) {
        place.events = view();
        place.position = position;
    }

    @Override
    public synchronized Optional<IndexPosition> committedPosition() {
        return Optional.ofNullable(place.position);
    }

    @Override
    public synchronized long documents() {
        return events.size();
    }

    /** Nothing is on disk. */
    @Override
    public long sizeInBytes() {
        return 0;
    }

    @Override
    public void close() {}

    private List<Event> view() {
        List<Event> current = view;
        if (current == null) {
            current = List.copyOf(events.values());
            view = current;
        }
        return current;
    }
}
