package io.mnemolite.core.event;

import io.mnemolite.core.event.EventRepresentation.Variant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the store and renders each time. */
public final class StoredRenderedEvents implements RenderedEvents {

    private final EventStore store;
    private final EventRepresentation representation;

    public StoredRenderedEvents(EventStore store, EventRepresentation representation) {
        this.store = store;
        this.representation = representation;
    }

    @Override
    public @Nullable RenderedEvent peek(EventId id, Variant variant) {
        return null;
    }

    @Override
    public Optional<RenderedEvent> find(EventId id, Variant variant, boolean bypassCache) {
        return store.find(id).map(event -> representation.render(event, variant));
    }
}
