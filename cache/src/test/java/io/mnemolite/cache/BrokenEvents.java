package io.mnemolite.cache;

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
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Events whose connection breaks during every call, so that nobody knows what was committed. */
final class BrokenEvents implements Events {

    private static MnemoliteException broken() {
        return new MnemoliteException(ErrorCode.UNAVAILABLE, "The connection broke.");
    }

    @Override
    public Event create(NewEvent event, @Nullable IdempotencyKey key) {
        throw broken();
    }

    @Override
    public List<Event> createAll(List<NewEvent> events, @Nullable IdempotencyKey key) {
        throw broken();
    }

    @Override
    public Optional<Event> find(EventId id) {
        throw broken();
    }

    @Override
    public UpdateOutcome mergeMetadata(EventId id, ObjectNode patch, OptionalLong ifRevision) {
        throw broken();
    }

    @Override
    public UpdateOutcome replace(EventId id, ObjectNode content, ObjectNode metadata, OptionalLong ifRevision) {
        throw broken();
    }

    @Override
    public boolean delete(EventId id) {
        throw broken();
    }

    @Override
    public Deletion deleteMatching(EventFilter filter, boolean dryRun) {
        throw broken();
    }

    @Override
    public EventPage list(EventFilter filter, @Nullable EventCursor after, int limit) {
        throw broken();
    }

    @Override
    public List<Event> scan(@Nullable EventId after, int limit) {
        throw broken();
    }

    @Override
    public List<ImportOutcome> importAll(List<EventDraft> events) {
        throw broken();
    }

    @Override
    public long clearModelVectors() {
        throw broken();
    }

    @Override
    public List<EventId> fillVectors(List<MadeVector> vectors) {
        throw broken();
    }
}
