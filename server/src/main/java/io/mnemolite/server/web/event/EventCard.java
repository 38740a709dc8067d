package io.mnemolite.server.web.event;

import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventId;
import io.mnemolite.server.web.text.ShownText;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** An event in a list, for the template tag {@code eventCard}. */
public record EventCard(EventId id, Instant at, ShownText text, List<Label> labels, VectorState vector, long version) {

    private static final int LENGTH = 320;

    public static EventCard of(Event event) {
        return of(event, LENGTH, Pattern.compile("(?!)"));
    }

    /** A card with more of the text, in which the pattern's words are marked. */
    public static EventCard of(Event event, int length, Pattern marks) {
        return new EventCard(
                event.id(),
                event.timestamp(),
                ShownText.of(Excerpt.around(EventText.of(event), length, marks), length + 2, marks),
                Label.of(event.metadata()),
                VectorState.of(event),
                event.revision() * 31 + event.vectorRevision());
    }
}
