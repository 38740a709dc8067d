package io.mnemolite.core.event;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.core.change.ChangeRecord;
import io.mnemolite.core.change.RecordedChange;
import io.mnemolite.core.deadline.Deadline;
import io.mnemolite.core.embedding.EmbeddingSpace;
import io.mnemolite.core.embedding.StoredVector;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An {@link EventStore} on the heap: one lock, nothing durable, every read a scan. It keeps its change log for ever. */
public final class InMemoryEventStore implements EventStore, ChangeRecord<EventId> {

    private final Clock clock;
    private final LoggedEvents events;
    private final UsedKeys keys = new UsedKeys();
    private @Nullable EmbeddingSpace space;

    public InMemoryEventStore() {
        this(Clock.systemUTC());
    }

    /** @param clock ages idempotency keys and changes; events bring their own time */
    public InMemoryEventStore(Clock clock) {
        this.clock = clock;
        this.events = new LoggedEvents(clock);
    }

    @Override
    public synchronized List<RecordedChange<EventId>> changes() {
        return events.changes();
    }

    @Override
    public synchronized List<Event> insert(List<EventDraft> drafts) {
        begin();
        Set<EventId> fresh = new HashSet<>();
        for (EventDraft draft : drafts) {
            StorableJson.check(draft.content());
            StorableJson.check(draft.metadata());
            if (events.get(draft.id()) != null || !fresh.add(draft.id())) {
                throw new MnemoliteException(
                        ErrorCode.CONFLICT,
                        "An event with id " + draft.id() + " is stored already; choose another id.");
            }
        }
        return drafts.stream().map(events::add).toList();
    }

    @Override
    public synchronized InsertOutcome insert(List<EventDraft> drafts, IdempotencyKey key) {
        begin();
        Instant now = clock.instant();
        Optional<InsertOutcome> earlier = keys.earlier(key, now);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        List<Event> inserted = insert(drafts);
        keys.add(key, inserted.stream().map(Event::id).toList(), now);
        return new InsertOutcome.Inserted(inserted);
    }

    @Override
    public synchronized List<ImportOutcome> insertImported(List<EventDraft> drafts) {
        begin();
        for (EventDraft draft : drafts) {
            StorableJson.check(draft.content());
            StorableJson.check(draft.metadata());
        }
        List<ImportOutcome> outcomes = new ArrayList<>(drafts.size());
        for (EventDraft draft : drafts) {
            Event existing = events.get(draft.id());
            if (existing == null) {
                events.add(draft);
                outcomes.add(ImportOutcome.STORED);
            } else {
                outcomes.add(draft.isStoredAs(existing) ? ImportOutcome.EQUAL_EXISTS : ImportOutcome.DIFFERENT_EXISTS);
            }
        }
        return outcomes;
    }

    @Override
    public synchronized Optional<Event> find(EventId id) {
        checkDeadline();
        return Optional.ofNullable(events.get(id));
    }

    @Override
    public synchronized List<Event> findAll(Collection<EventId> ids) {
        checkDeadline();
        return Set.copyOf(ids).stream()
                .map(this::find)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public synchronized UpdateOutcome mergeMetadata(EventId id, ObjectNode patch, OptionalLong ifRevision) {
        begin();
        StorableJson.check(patch);
        Event old = events.get(id);
        if (old == null || isStale(old, ifRevision)) {
            return refusal(old);
        }
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        merged.setAll(old.metadata());
        merged.setAll(patch);
        return new UpdateOutcome.Updated(events.put(new Event(
                id,
                old.timestamp(),
                old.content(),
                merged,
                old.vector(),
                old.awaitsVector(),
                old.revision() + 1,
                old.vectorRevision())));
    }

    @Override
    public synchronized UpdateOutcome replace(
            EventId id, ObjectNode content, ObjectNode metadata, VectorChange vector, OptionalLong ifRevision) {
        begin();
        StorableJson.check(content);
        StorableJson.check(metadata);
        Event old = events.get(id);
        if (old == null || isStale(old, ifRevision)) {
            return refusal(old);
        }
        StoredVector newVector = switch (vector) {
            case VectorChange.Keep() -> old.vector();
            case VectorChange.Set(StoredVector made) -> made;
            case VectorChange.Clear(boolean ignored) -> null;
        };
        boolean awaits = switch (vector) {
            case VectorChange.Keep() -> old.awaitsVector();
            case VectorChange.Set(StoredVector ignored) -> false;
            case VectorChange.Clear(boolean awaited) -> awaited;
        };
        return new UpdateOutcome.Updated(events.put(new Event(
                id, old.timestamp(), content, metadata, newVector, awaits, old.revision() + 1, old.vectorRevision())));
    }

    private static boolean isStale(Event event, OptionalLong ifRevision) {
        return ifRevision.isPresent() && ifRevision.getAsLong() != event.revision();
    }

    private static UpdateOutcome refusal(@Nullable Event event) {
        return event == null ? new UpdateOutcome.NotFound() : new UpdateOutcome.RevisionMismatch(event.revision());
    }

    @Override
    public synchronized boolean delete(EventId id) {
        begin();
        return events.remove(id);
    }

    @Override
    public synchronized List<EventId> deleteMatching(EventFilter filter, int limit) {
        begin();
        List<EventId> ids =
                events.newestFirst(filter::matches).limit(limit).map(Event::id).toList();
        ids.forEach(events::remove);
        return ids;
    }

    @Override
    public synchronized List<Event> filter(EventFilter filter, int limit, int offset) {
        checkDeadline();
        return events.newestFirst(filter::matches).skip(offset).limit(limit).toList();
    }

    @Override
    public synchronized long count(EventFilter filter) {
        checkDeadline();
        return events.all().stream().filter(filter::matches).count();
    }

    @Override
    public synchronized List<Event> list(EventFilter filter, @Nullable EventCursor after, int limit) {
        checkDeadline();
        return events.newestFirst(event -> filter.matches(event) && (after == null || after.isBefore(event)))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Event> scan(@Nullable EventId after, int limit) {
        checkDeadline();
        return events.after(after).stream().limit(limit).toList();
    }

    @Override
    public synchronized List<Event> awaitingVector(int limit) {
        checkDeadline();
        return events.all().stream().filter(Event::awaitsVector).limit(limit).toList();
    }

    @Override
    public synchronized long countAwaitingVector() {
        checkDeadline();
        return events.all().stream().filter(Event::awaitsVector).count();
    }

    @Override
    public synchronized List<EventId> fillVectors(List<MadeVector> vectors) {
        begin();
        List<EventId> filled = new ArrayList<>();
        for (MadeVector made : vectors) {
            Event old = events.get(made.id());
            if (old != null && old.awaitsVector() && old.revision() == made.revision()) {
                filled.add(events.put(withVector(old, made.vector(), false)).id());
            }
        }
        filled.sort(null);
        return filled;
    }

    @Override
    public synchronized List<EventId> clearModelVectors(@Nullable EventId after, int limit) {
        begin();
        return clear(events.after(after).stream(), limit);
    }

    @Override
    public synchronized Optional<EmbeddingSpace> space() {
        checkDeadline();
        return Optional.ofNullable(space);
    }

    @Override
    public synchronized long adoptSpace(EmbeddingSpace adopted) {
        begin();
        if (adopted.equals(space)) {
            return 0;
        }
        space = adopted;
        return clear(events.all().stream(), Integer.MAX_VALUE).size();
    }

    private List<EventId> clear(Stream<Event> candidates, int limit) {
        List<Event> made = candidates
                .filter(event -> event.vector() != null && !event.vector().isClients())
                .limit(limit)
                .toList();
        return made.stream()
                .map(event -> events.put(withVector(event, null, true)).id())
                .toList();
    }

    private static Event withVector(Event old, @Nullable StoredVector vector, boolean awaits) {
        return new Event(
                old.id(),
                old.timestamp(),
                old.content(),
                old.metadata(),
                vector,
                awaits,
                old.revision(),
                old.vectorRevision() + 1);
    }

    private void begin() {
        checkDeadline();
        events.begin();
    }

    private static void checkDeadline() {
        Deadline.remaining(Duration.ofDays(1));
    }
}
