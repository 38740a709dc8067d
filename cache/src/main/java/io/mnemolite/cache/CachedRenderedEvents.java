package io.mnemolite.cache;

import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.EventRepresentation.Variant;
import io.mnemolite.core.event.RenderedEvent;
import io.mnemolite.core.event.RenderedEvents;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps events as bytes for the wire, so that a hit costs neither SQL nor JSON. */
final class CachedRenderedEvents implements RenderedEvents {

    /** One form of one event. */
    record Key(EventId id, Variant variant) {}

    private final RenderedEvents delegate;
    private final CoherentCache<Key, RenderedEvent> cache;

    CachedRenderedEvents(RenderedEvents delegate, CoherentCache<Key, RenderedEvent> cache) {
        this.delegate = delegate;
        this.cache = cache;
    }

    static EntryRules<Key, RenderedEvent> rules(Epochs epochs) {
        return new EntryRules<>(
                key -> List.of(new Tag.OneEvent(key.id())),
                (key, event) -> EstimatedBytes.ENTRY + event.body().length + EstimatedBytes.of(event.tag()),
                epochs::bumpsOfEvents);
    }

    @Override
    public @Nullable RenderedEvent peek(EventId id, Variant variant) {
        return cache.peek(new Key(id, variant));
    }

    @Override
    public Optional<RenderedEvent> find(EventId id, Variant variant, boolean bypassCache) {
        Key key = new Key(id, variant);
        return bypassCache
                ? cache.bypass(key, () -> delegate.find(id, variant, true))
                : cache.get(key, () -> delegate.find(id, variant, false));
    }
}
