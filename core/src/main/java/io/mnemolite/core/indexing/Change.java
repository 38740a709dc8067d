package io.mnemolite.core.indexing;

import io.mnemolite.core.event.EventId;

/**
 * One row of the change log: what changed, never how.
 *
 * @param xid the transaction that made it
 * @param seq its place within the log
 * @param deleted whether the event was deleted by it
 */
public record Change(long xid, long seq, EventId id, boolean deleted, long revision, long vectorRevision) {}
