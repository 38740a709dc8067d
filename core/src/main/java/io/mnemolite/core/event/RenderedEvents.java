package io.mnemolite.core.event;

import io.mnemolite.core.event.EventRepresentation.Variant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Events by id, ready for the wire. A read that starts after a write was acknowledged never shows the state before it. */
public interface RenderedEvents {

    /** The event when it can be had without blocking, else null; null says nothing about whether it exists. */
    @Nullable
    RenderedEvent peek(EventId id, Variant variant);

    /** The event, or empty when there is none. Blocking. {@code bypassCache} reads the store, yet fills the cache. */
    Optional<RenderedEvent> find(EventId id, Variant variant, boolean bypassCache);
}
