package io.mnemolite.cache;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.Deletion;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventCursor;
import io.mnemolite.core.event.EventDraft;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.EventPage;
import io.mnemolite.core.event.Events;
import io.mnemolite.core.event.IdempotencyKey;
import io.mnemolite.core.event.ImportOutcome;
import io.mnemolite.core.event.MadeVector;
import io.mnemolite.core.event.NewEvent;
import io.mnemolite.core.event.UpdateOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Writes to a {@link VersionedStore}: commits, has the index updated, returns. */
final class VersionedEvents implements Events {

    static final ObjectNode NOTHING = JsonNodeFactory.instance.objectNode();

    /** A patch during which the connection breaks after the commit. */
    static final ObjectNode BREAKS = JsonNodeFactory.instance.objectNode().put("breaks", true);

    private final VersionedStore store;
    private final ThreadLocal<Long> lastVersion = ThreadLocal.withInitial(() -> 0L);

    VersionedEvents(VersionedStore store) {
        this.store = store;
    }

    static Event event(EventId id, long version) {
        return new Event(id, Instant.EPOCH, NOTHING, NOTHING, null, false, version, 0);
    }

    static EventFilter only(int number) {
        return EventFilter.byMetadata(JsonNodeFactory.instance.objectNode().put("number", number));
    }

    /** What this thread's last write committed. */
    long lastVersion() {
        return lastVersion.get();
    }

    @Override
    public UpdateOutcome mergeMetadata(EventId id, ObjectNode patch, OptionalLong ifRevision) {
        long version = update(store.number(id));
        if (patch.has("breaks")) {
            throw new MnemoliteException(ErrorCode.UNAVAILABLE, "The connection broke.");
        }
        return new UpdateOutcome.Updated(event(id, version));
    }

    @Override
    public UpdateOutcome replace(EventId id, ObjectNode content, ObjectNode metadata, OptionalLong ifRevision) {
        return mergeMetadata(id, metadata, ifRevision);
    }

    @Override
    public boolean delete(EventId id) {
        delete(store.number(id));
        return true;
    }

    @Override
    public Deletion deleteMatching(EventFilter filter, boolean dryRun) {
        delete(filter.metadata().path("number").intValue());
        return new Deletion(1, 1);
    }

    @Override
    public List<ImportOutcome> importAll(List<EventDraft> events) {
        events.forEach(event -> update(store.number(event.id())));
        return events.stream().map(event -> ImportOutcome.STORED).toList();
    }

    @Override
    public long clearModelVectors() {
        update(0);
        return 1;
    }

    @Override
    public List<EventId> fillVectors(List<MadeVector> vectors) {
        List<EventId> ids = vectors.stream().map(MadeVector::id).toList();
        ids.forEach(id -> update(store.number(id)));
        return ids;
    }

    private long update(int number) {
        long version = store.commitUpdate(number);
        lastVersion.set(version);
        store.apply(number);
        return version;
    }

    private void delete(int number) {
        lastVersion.set(store.commitDeletion(number));
        store.apply(number);
    }

    @Override
    public Event create(NewEvent event, @Nullable IdempotencyKey key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Event> createAll(List<NewEvent> events, @Nullable IdempotencyKey key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Event> find(EventId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public EventPage list(EventFilter filter, @Nullable EventCursor after, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Event> scan(@Nullable EventId after, int limit) {
        throw new UnsupportedOperationException();
    }
}
