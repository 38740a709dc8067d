package io.mnemolite.core.event;

import io.mnemolite.core.change.RecordedChange;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Events in id order, with a log of every change to them. Not safe for concurrent use. */
final class LoggedEvents {

    private static final Comparator<Event> NEWEST_FIRST =
            Comparator.comparing(Event::timestamp).reversed().thenComparing(Event::id);

    private final Clock clock;
    private final NavigableMap<EventId, Event> events = new TreeMap<>();
    private final List<RecordedChange<EventId>> changes = new ArrayList<>();
    private long transaction;

    /** @param clock ages the changes */
    LoggedEvents(Clock clock) {
        this.clock = clock;
    }

    /** Changes from here on belong to another transaction than those before. */
    void begin() {
        transaction++;
    }

    @Nullable
    Event get(EventId id) {
        return events.get(id);
    }

    Collection<Event> all() {
        return events.values();
    }

    /** Those with a greater id; all without one. */
    Collection<Event> after(@Nullable EventId id) {
        return id == null ? all() : events.tailMap(id, false).values();
    }

    Stream<Event> newestFirst(Predicate<Event> condition) {
        return all().stream().filter(condition).sorted(NEWEST_FIRST);
    }

    /** The event that is new by this draft. */
    Event add(EventDraft draft) {
        return put(new Event(
                draft.id(),
                draft.timestamp(),
                draft.content(),
                draft.metadata(),
                draft.vector(),
                draft.awaitsVector(),
                1,
                0));
    }

    /** Takes the place of what has the same id. */
    Event put(Event event) {
        events.put(event.id(), event);
        record(event, false);
        return event;
    }

    /** Whether there was one. */
    boolean remove(EventId id) {
        Event removed = events.remove(id);
        if (removed != null) {
            record(removed, true);
        }
        return removed != null;
    }

    /** A copy of every change so far, in the order they were made. */
    List<RecordedChange<EventId>> changes() {
        return List.copyOf(changes);
    }

    private void record(Event event, boolean deleted) {
        changes.add(new RecordedChange<>(
                transaction, event.id(), deleted, event.revision(), event.vectorRevision(), clock.instant()));
    }
}
