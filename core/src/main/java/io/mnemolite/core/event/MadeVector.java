package io.mnemolite.core.event;

import io.mnemolite.core.embedding.StoredVector;
import org.jspecify.annotations.Nullable;

/**
 * What was made for an event that awaits a vector.
 *
 * @param revision the revision of the event whose text it was made from
 * @param vector null when there is nothing to make, so that the event stops waiting
 */
public record MadeVector(
        EventId id, long revision, @Nullable StoredVector vector) {}
