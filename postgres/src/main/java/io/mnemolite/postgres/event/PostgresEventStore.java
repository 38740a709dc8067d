package io.mnemolite.postgres.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.core.embedding.EmbeddingSpace;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventCursor;
import io.mnemolite.core.event.EventDraft;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.EventStore;
import io.mnemolite.core.event.IdempotencyKey;
import io.mnemolite.core.event.ImportOutcome;
import io.mnemolite.core.event.InsertOutcome;
import io.mnemolite.core.event.MadeVector;
import io.mnemolite.core.event.UpdateOutcome;
import io.mnemolite.core.event.VectorChange;
import io.mnemolite.postgres.connection.Database;
import io.mnemolite.postgres.idempotency.OncePerKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events in PostgreSQL. Each change is one statement, hence one transaction, which writes the change log too. */
public final class PostgresEventStore implements EventStore {

    private static final int CLEARED_AT_ONCE = 1_000;

    private final Database database;
    private final OncePerKey oncePerKey;
    private final EventImport eventImport;

    public PostgresEventStore(Database database) {
        this.database = database;
        this.oncePerKey = new OncePerKey(database);
        this.eventImport = new EventImport(database);
    }

    @Override
    public List<Event> insert(List<EventDraft> drafts) {
        if (drafts.isEmpty()) {
            return List.of();
        }
        try {
            return inOrderOf(drafts, database.write(new InsertEvents(drafts)));
        } catch (MnemoliteException e) {
            throw e.code() == ErrorCode.CONFLICT ? conflict(drafts, e) : e;
        }
    }

    @Override
    public InsertOutcome insert(List<EventDraft> drafts, IdempotencyKey key) {
        try {
            return switch (oncePerKey.run(key, new InsertEventsOnce(drafts, key))) {
                case OncePerKey.Outcome.Created<List<Event>>(List<Event> events) ->
                    new InsertOutcome.Inserted(inOrderOf(drafts, events));
                case OncePerKey.Outcome.Repeated<List<Event>>(List<UUID> ids) ->
                    new InsertOutcome.Repeated(ids.stream().map(EventId::new).toList());
                case OncePerKey.Outcome.KeyReused<List<Event>>() -> new InsertOutcome.KeyReused();
                case OncePerKey.Outcome.Refused<List<Event>>() ->
                    throw new IllegalStateException("Nothing but a used key keeps events from being inserted");
            };
        } catch (MnemoliteException e) {
            throw e.code() == ErrorCode.CONFLICT ? conflict(drafts, e) : e;
        }
    }

    private static List<Event> inOrderOf(List<EventDraft> drafts, List<Event> events) {
        Map<EventId, Event> byId = HashMap.newHashMap(events.size());
        events.forEach(event -> byId.put(event.id(), event));
        return drafts.stream()
                .map(draft -> Objects.requireNonNull(byId.get(draft.id())))
                .toList();
    }

    /** The same failure with the id that is in the way. */
    private MnemoliteException conflict(List<EventDraft> drafts, MnemoliteException failure) {
        Set<EventId> taken = new HashSet<>();
        findAll(drafts.stream().map(EventDraft::id).toList()).forEach(event -> taken.add(event.id()));
        return drafts.stream()
                .map(EventDraft::id)
                .filter(id -> !taken.add(id))
                .findFirst()
                .map(id -> new MnemoliteException(
                        ErrorCode.CONFLICT,
                        "An event with id " + id + " is stored already; choose another id.",
                        failure))
                .orElse(failure);
    }

    @Override
    public List<ImportOutcome> insertImported(List<EventDraft> events) {
        return eventImport.insert(events);
    }

    @Override
    public Optional<Event> find(EventId id) {
        return database.read(new FindEvent(id));
    }

    @Override
    public List<Event> findAll(Collection<EventId> ids) {
        return ids.isEmpty() ? List.of() : database.read(new FindEvents(ids));
    }

    @Override
    public UpdateOutcome mergeMetadata(EventId id, ObjectNode patch, OptionalLong ifRevision) {
        return database.write(new MergeMetadata(id, patch, ifRevision));
    }

    @Override
    public UpdateOutcome replace(
            EventId id, ObjectNode content, ObjectNode metadata, VectorChange vector, OptionalLong ifRevision) {
        return database.write(new ReplaceEvent(id, content, metadata, vector, ifRevision));
    }

    @Override
    public boolean delete(EventId id) {
        return database.write(new DeleteEvent(id));
    }

    @Override
    public List<EventId> deleteMatching(EventFilter filter, int limit) {
        return database.write(new DeleteMatchingEvents(new EventCondition(filter), limit));
    }

    @Override
    public Set<EventId> matching(Collection<EventId> ids, EventFilter filter) {
        return ids.isEmpty() ? Set.of() : database.read(new MatchEvents(ids, new EventCondition(filter)));
    }

    @Override
    public List<Event> filter(EventFilter filter, int limit, int offset) {
        return database.read(new FilterEvents(new EventCondition(filter), limit, offset));
    }

    @Override
    public long count(EventFilter filter) {
        return database.read(new CountEvents(new EventCondition(filter)));
    }

    @Override
    public List<Event> list(EventFilter filter, @Nullable EventCursor after, int limit) {
        return after == null
                ? filter(filter, limit, 0)
                : database.read(new ListEvents(new EventCondition(filter), after, limit));
    }

    @Override
    public List<Event> scan(@Nullable EventId after, int limit) {
        return database.read(new ScanEvents(after, limit));
    }

    @Override
    public List<Event> awaitingVector(int limit) {
        return database.read(new FindAwaitingEvents(limit));
    }

    @Override
    public long countAwaitingVector() {
        return database.read(new CountAwaitingEvents());
    }

    @Override
    public List<EventId> fillVectors(List<MadeVector> vectors) {
        return vectors.isEmpty() ? List.of() : database.write(new FillVectors(vectors));
    }

    @Override
    public List<EventId> clearModelVectors(@Nullable EventId after, int limit) {
        return database.write(new ClearModelVectors(after, limit));
    }

    @Override
    public Optional<EmbeddingSpace> space() {
        return database.read(new FindSpace());
    }

    /** Some events at a time, the space last: after a crash in between, the next call clears the rest. */
    @Override
    public long adoptSpace(EmbeddingSpace space) {
        if (space().equals(Optional.of(space))) {
            return 0;
        }
        long cleared = 0;
        EventId after = null;
        List<EventId> ids;
        do {
            ids = clearModelVectors(after, CLEARED_AT_ONCE);
            cleared += ids.size();
            after = ids.isEmpty() ? after : ids.getLast();
        } while (ids.size() == CLEARED_AT_ONCE);
        database.write(new RecordSpace(space));
        return cleared;
    }
}
