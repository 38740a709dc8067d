package io.mnemolite.core.change;

import java.time.Instant;

/**
 * One row of an in-memory store's change log.
 *
 * @param transaction the number of the write that made it, ascending from 1
 * @param deleted whether what changed was deleted by it
 * @param <I> identifies what changed
 */
public record RecordedChange<I>(
        long transaction, I id, boolean deleted, long revision, long vectorRevision, Instant at) {}
