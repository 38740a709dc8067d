package io.mnemolite.core.event;

import java.time.Instant;

/**
 * One row of the in-memory store's change log.
 *
 * @param transaction the number of the write that made it, ascending from 1
 * @param deleted whether the event was deleted by it
 */
public record RecordedChange(
        long transaction, EventId id, boolean deleted, long revision, long vectorRevision, Instant at) {}
