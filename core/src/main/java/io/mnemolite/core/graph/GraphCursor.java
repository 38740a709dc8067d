package io.mnemolite.core.graph;

import java.time.Instant;
import java.util.UUID;

/** A place in the order newest first (creation descending, then id ascending): just after the node or edge of this id. */
public record GraphCursor(Instant createdAt, UUID id) {}
