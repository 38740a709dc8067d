package io.mnemolite.core.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.core.change.WriteObserver;
import io.mnemolite.core.embedding.Embedder;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The {@link Events} of a store: embed, store, have the write indexed, answer. */
public final class StoredEvents implements Events {

    private static final int CHANGED_AT_ONCE = 500;
    private static final int REPLACE_ATTEMPTS = 20;

    private final EventStore store;
    private final EventDrafting drafting;
    private final WriteObserver<EventId> observer;
    private final WriteRoom room;

    public StoredEvents(
            EventStore store, Embedder embedder, EmbeddingPolicy policy, WriteObserver<EventId> observer, Clock clock) {
        this(store, embedder, policy, observer, clock, WriteRoom.UNLIMITED);
    }

    /** @param room asked before anything is stored that takes space */
    public StoredEvents(
            EventStore store,
            Embedder embedder,
            EmbeddingPolicy policy,
            WriteObserver<EventId> observer,
            Clock clock,
            WriteRoom room) {
        this.store = store;
        this.room = room;
        this.drafting = new EventDrafting(embedder, policy, clock);
        this.observer = observer;
    }

    @Override
    public Event create(NewEvent event, @Nullable IdempotencyKey key) {
        return createAll(List.of(event), key).getFirst();
    }

    @Override
    public List<Event> createAll(List<NewEvent> events, @Nullable IdempotencyKey key) {
        room.require();
        List<EventDraft> drafts = drafting.drafts(events);
        List<EventId> ids = drafts.stream().map(EventDraft::id).toList();
        if (key == null) {
            return observed(ids, () -> store.insert(drafts));
        }
        return switch (observed(ids, () -> store.insert(drafts, key))) {
            case InsertOutcome.Inserted inserted -> inserted.events();
            case InsertOutcome.Repeated repeated -> {
                // The first request may not have its events indexed yet; this answer promises that they are.
                observer.written(repeated.ids());
                yield repeated(repeated.ids(), key);
            }
            case InsertOutcome.KeyReused() ->
                throw new MnemoliteException(
                        ErrorCode.INVALID_VALUE,
                        "The Idempotency-Key '" + key.key()
                                + "' was used with another body; send the first body again or choose a new key.");
        };
    }

    private List<Event> repeated(List<EventId> ids, IdempotencyKey key) {
        Map<EventId, Event> found = HashMap.newHashMap(ids.size());
        store.findAll(ids).forEach(event -> found.put(event.id(), event));
        List<Event> events = new ArrayList<>(ids.size());
        for (EventId id : ids) {
            Event event = found.get(id);
            if (event == null) {
                throw new MnemoliteException(
                        ErrorCode.CONFLICT,
                        "The request with the Idempotency-Key '" + key.key() + "' created event " + id
                                + ", which has been deleted since; choose a new key to create it again.");
            }
            events.add(event);
        }
        return events;
    }

    @Override
    public Optional<Event> find(EventId id) {
        return store.find(id);
    }

    @Override
    public UpdateOutcome mergeMetadata(EventId id, ObjectNode patch, OptionalLong ifRevision) {
        room.require();
        return observed(List.of(id), () -> store.mergeMetadata(id, patch, ifRevision));
    }

    @Override
    public UpdateOutcome replace(EventId id, ObjectNode content, ObjectNode metadata, OptionalLong ifRevision) {
        room.require();
        NewEvent replacement = new NewEvent(content, metadata, null, null);
        for (int attempt = 1; attempt <= REPLACE_ATTEMPTS; attempt++) {
            Optional<Event> old = store.find(id);
            if (old.isEmpty()) {
                return new UpdateOutcome.NotFound();
            }
            // The vector is decided from the row just read, so the statement insists on that row's revision.
            long revision = old.get().revision();
            if (ifRevision.isPresent() && ifRevision.getAsLong() != revision) {
                return new UpdateOutcome.RevisionMismatch(revision);
            }
            VectorChange vector = drafting.change(old.get(), replacement);
            UpdateOutcome outcome = observed(
                    List.of(id), () -> store.replace(id, content, metadata, vector, OptionalLong.of(revision)));
            if (!(outcome instanceof UpdateOutcome.RevisionMismatch) || ifRevision.isPresent()) {
                return outcome;
            }
        }
        throw new MnemoliteException(
                ErrorCode.CONFLICT,
                "Event " + id + " was changed by others " + REPLACE_ATTEMPTS + " times meanwhile; try again.");
    }

    @Override
    public boolean delete(EventId id) {
        return observed(List.of(id), () -> store.delete(id));
    }

    @Override
    public Deletion deleteMatching(EventFilter filter, boolean dryRun) {
        if (filter.isAll()) {
            throw new MnemoliteException(
                    ErrorCode.INVALID_VALUE,
                    "A deletion needs at least one filter (project, category, type, metadata, ts_start or ts_end).");
        }
        if (dryRun) {
            return new Deletion(store.count(filter), 0);
        }
        long deleted = 0;
        List<EventId> ids;
        do {
            ids = store.deleteMatching(filter, CHANGED_AT_ONCE);
            observer.written(ids);
            deleted += ids.size();
        } while (ids.size() == CHANGED_AT_ONCE);
        return new Deletion(deleted, deleted);
    }

    @Override
    public EventPage list(EventFilter filter, @Nullable EventCursor after, int limit) {
        List<Event> events = store.list(filter, after, limit + 1);
        if (events.size() <= limit) {
            return new EventPage(events, null);
        }
        Event last = events.get(limit - 1);
        return new EventPage(events.subList(0, limit), new EventCursor(last.timestamp(), last.id()));
    }

    @Override
    public List<Event> scan(@Nullable EventId after, int limit) {
        return store.scan(after, limit);
    }

    @Override
    public List<ImportOutcome> importAll(List<EventDraft> events) {
        room.require();
        List<EventId> ids = events.stream().map(EventDraft::id).toList();
        return observed(ids, () -> store.insertImported(events));
    }

    @Override
    public long clearModelVectors() {
        long cleared = 0;
        EventId after = null;
        List<EventId> ids;
        do {
            ids = store.clearModelVectors(after, CHANGED_AT_ONCE);
            observer.written(ids);
            cleared += ids.size();
            after = ids.isEmpty() ? null : ids.getLast();
        } while (ids.size() == CHANGED_AT_ONCE);
        return cleared;
    }

    @Override
    public List<EventId> fillVectors(List<MadeVector> vectors) {
        room.require();
        List<EventId> ids = vectors.stream().map(MadeVector::id).toList();
        return observed(ids, () -> store.fillVectors(vectors));
    }

    /** Runs a write and has it indexed, unless it certainly changed nothing. */
    private <T> T observed(List<EventId> ids, Supplier<T> write) {
        boolean mayHaveChanged = true;
        try {
            return write.get();
        } catch (MnemoliteException e) {
            // With a lost connection or a cancelled statement nobody knows whether the transaction was committed.
            mayHaveChanged = e.code() == ErrorCode.UNAVAILABLE || e.code() == ErrorCode.DEADLINE_EXCEEDED;
            throw e;
        } finally {
            if (mayHaveChanged) {
                observer.written(ids);
            }
        }
    }
}
