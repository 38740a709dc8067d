package io.mnemolite.core.graph;

import io.mnemolite.core.event.EventId;
import java.util.UUID;

/** The identity of a node of the memory graph; a node that stands for an event may bear the event's. */
public record NodeId(UUID value) {

    /** A new identity that sorts by its time of creation. */
    public static NodeId next() {
        return new NodeId(EventId.next().value());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
