package io.mnemolite.core.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of events newest first, and where the next one starts; a null cursor means there is none. */
public record EventPage(List<Event> events, @Nullable EventCursor next) {

    public EventPage {
        events = List.copyOf(events);
    }
}
