package io.mnemolite.core.event;

import java.time.Instant;

/** A place in the order newest first (timestamp descending, then id ascending): just after this event. */
public record EventCursor(Instant timestamp, EventId id) {}
