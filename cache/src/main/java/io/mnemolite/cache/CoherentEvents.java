package io.mnemolite.cache;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Bumps the epochs of what a write touches after the write and before its answer, whatever the outcome. A failure may hide
 * a commit; and a write that changed nothing may have seen another's commit: whoever is told of a newer revision must be
 * able to read it.
 */
final class CoherentEvents implements Events {

    private final Events delegate;
    private final Epochs epochs;

    CoherentEvents(Events delegate, Epochs epochs) {
        this.delegate = delegate;
        this.epochs = epochs;
    }

    @Override
    public Event create(NewEvent event, @Nullable IdempotencyKey key) {
        return creating(() -> List.of(delegate.create(event, key))).getFirst();
    }

    @Override
    public List<Event> createAll(List<NewEvent> events, @Nullable IdempotencyKey key) {
        return creating(() -> delegate.createAll(events, key));
    }

    @Override
    public Optional<Event> find(EventId id) {
        return delegate.find(id);
    }

    @Override
    public UpdateOutcome mergeMetadata(EventId id, ObjectNode patch, OptionalLong ifRevision) {
        return changing(List.of(id), () -> delegate.mergeMetadata(id, patch, ifRevision));
    }

    @Override
    public UpdateOutcome replace(EventId id, ObjectNode content, ObjectNode metadata, OptionalLong ifRevision) {
        return changing(List.of(id), () -> delegate.replace(id, content, metadata, ifRevision));
    }

    @Override
    public boolean delete(EventId id) {
        return changing(List.of(id), () -> delegate.delete(id));
    }

    @Override
    public Deletion deleteMatching(EventFilter filter, boolean dryRun) {
        if (dryRun) {
            return delegate.deleteMatching(filter, true);
        }
        try {
            return delegate.deleteMatching(filter, false);
        } finally {
            epochs.everythingChanged();
        }
    }

    @Override
    public EventPage list(EventFilter filter, @Nullable EventCursor after, int limit) {
        return delegate.list(filter, after, limit);
    }

    @Override
    public List<Event> scan(@Nullable EventId after, int limit) {
        return delegate.scan(after, limit);
    }

    @Override
    public List<ImportOutcome> importAll(List<EventDraft> events) {
        return changing(events.stream().map(EventDraft::id).toList(), () -> delegate.importAll(events));
    }

    @Override
    public long clearModelVectors() {
        try {
            return delegate.clearModelVectors();
        } finally {
            epochs.everythingChanged();
        }
    }

    @Override
    public List<EventId> fillVectors(List<MadeVector> vectors) {
        if (vectors.isEmpty()) {
            return delegate.fillVectors(vectors);
        }
        return changing(vectors.stream().map(MadeVector::id).toList(), () -> delegate.fillVectors(vectors));
    }

    /** The ids of a failed creation are known to nobody, so nobody can be reading them; searches can find the event. */
    private List<Event> creating(Supplier<List<Event>> write) {
        List<EventId> ids = List.of();
        try {
            List<Event> created = write.get();
            ids = created.stream().map(Event::id).toList();
            return created;
        } finally {
            bump(ids);
        }
    }

    private <T> T changing(Collection<EventId> ids, Supplier<T> write) {
        try {
            return write.get();
        } finally {
            bump(ids);
        }
    }

    private void bump(Collection<EventId> ids) {
        if (ids.isEmpty()) {
            epochs.allEventsChanged();
        } else {
            epochs.changed(ids);
        }
    }
}
