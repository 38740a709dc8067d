package io.mnemolite.core.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.core.embedding.StoredVector;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
}
