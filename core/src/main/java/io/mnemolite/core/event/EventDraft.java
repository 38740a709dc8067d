package io.mnemolite.core.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.core.embedding.StoredVector;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An event ready to be stored: identity and time chosen, vector made or awaited. */
public record EventDraft(
        EventId id,
        Instant timestamp,
        ObjectNode content,
        ObjectNode metadata,
        @Nullable StoredVector vector,
        boolean awaitsVector) {

    public EventDraft {
        timestamp = timestamp.truncatedTo(ChronoUnit.MICROS);
    }

    /** Whether the event has the timestamp, content, metadata and vector of this draft. */
    boolean isStoredAs(Event event) {
        return event.timestamp().equals(timestamp)
                && SameJson.same(event.content(), content)
                && SameJson.same(event.metadata(), metadata)
                && Optional.ofNullable(event.vector())
                        .map(StoredVector::vector)
                        .equals(Optional.ofNullable(vector).map(StoredVector::vector));
    }
}
