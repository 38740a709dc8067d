package io.mnemolite.cache;

import io.mnemolite.core.event.EventId;

/** Something that cached values depend on and that writes change. */
sealed interface Tag {

    /** One event, whether it exists or not. */
    record OneEvent(EventId id) implements Tag {}

    /** The set of events and what each of them holds. */
    record AllEvents() implements Tag {}

    /** The nodes and edges of the memory graph. */
    record MemoryGraph() implements Tag {}
}
