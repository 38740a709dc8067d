package io.mnemolite.core.event;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which events: those whose metadata contains {@code metadata} (PostgreSQL's {@code @>}) and whose timestamp lies
 * within the bounds, both inclusive. An empty object and absent bounds exclude nothing.
 */
public record EventFilter(
        ObjectNode metadata,
        @Nullable Instant from,
        @Nullable Instant to) {

    public static final EventFilter ALL = new EventFilter(JsonNodeFactory.instance.objectNode(), null, null);

    public static EventFilter byMetadata(ObjectNode metadata) {
        return new EventFilter(metadata, null, null);
    }

    public boolean isAll() {
        return metadata.isEmpty() && from == null && to == null;
    }

    public boolean matches(Event event) {
        return (from == null || !event.timestamp().isBefore(from))
                && (to == null || !event.timestamp().isAfter(to))
                && JsonContainment.contains(event.metadata(), metadata);
    }
}
