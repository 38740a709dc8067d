package io.mnemolite.core.change;

/**
 * One row of the change log: what changed, never how.
 *
 * @param xid the transaction that made it
 * @param seq its place within the log
 * @param deleted whether what changed was deleted by it
 * @param <I> identifies what changed
 */
public record Change<I>(long xid, long seq, I id, boolean deleted, long revision, long vectorRevision) {}
