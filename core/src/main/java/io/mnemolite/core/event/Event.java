package io.mnemolite.core.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.core.embedding.StoredVector;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One atomic memory as it stands in the store. The JSON trees are shared and never changed.
 *
 * @param timestamp when it happened, in microseconds
 * @param vector null when the event has none (yet)
 * @param awaitsVector whether a text waits for its vector; the background job fills it in
 * @param revision starts at 1, grows by one with each change of content or metadata
 * @param vectorRevision starts at 0, grows by one with each change of the vector alone
 */
public record Event(
        EventId id,
        Instant timestamp,
        ObjectNode content,
        ObjectNode metadata,
        @Nullable StoredVector vector,
        boolean awaitsVector,
        long revision,
        long vectorRevision) {}
