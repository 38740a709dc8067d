package io.mnemolite.core.event;

import java.time.Instant;

/** A place in the order newest first (timestamp descending, then id ascending): just after this event. */
public record EventCursor(Instant timestamp, EventId id) {

    boolean isBefore(Event event) {
        int time = timestamp.compareTo(event.timestamp());
        return time > 0 || (time == 0 && id.compareTo(event.id()) < 0);
    }
}
