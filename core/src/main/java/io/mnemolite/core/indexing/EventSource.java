package io.mnemolite.core.indexing;

import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.EventStore;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events of a store. */
public record EventSource(EventStore store) implements EntitySource<EventId, Event> {

    @Override
    public String indexName() {
        return "search index";
    }

    @Override
    public String plural() {
        return "events";
    }

    @Override
    public int scannedAtOnce() {
        return 500;
    }

    @Override
    public int appliedAtOnce() {
        return 2_000;
    }

    @Override
    public EventId id(Event event) {
        return event.id();
    }

    @Override
    public long revision(Event event) {
        return event.revision();
    }

    @Override
    public long vectorRevision(Event event) {
        return event.vectorRevision();
    }

    @Override
    public long count() {
        return store.count(EventFilter.ALL);
    }

    @Override
    public List<Event> scan(@Nullable EventId after, int limit) {
        return store.scan(after, limit);
    }

    @Override
    public List<Event> findAll(Collection<EventId> ids) {
        return store.findAll(ids);
    }
}
