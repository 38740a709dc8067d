package io.mnemolite.core.graph;

import io.mnemolite.core.event.EventId;
import java.util.UUID;

/** The identity of an edge of the memory graph. */
public record EdgeId(UUID value) {

    /** A new identity that sorts by its time of creation. */
    public static EdgeId next() {
        return new EdgeId(EventId.next().value());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
