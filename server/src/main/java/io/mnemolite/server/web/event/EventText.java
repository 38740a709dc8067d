package io.mnemolite.server.web.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.SourceText;
import java.util.Optional;

/** The text that stands for an event: what would be embedded, else its content as JSON. */
final class EventText {

    private EventText() {}

    static String of(Event event) {
        return source(event.content()).orElseGet(() -> event.content().toString());
    }

    static Optional<String> source(ObjectNode content) {
        return SourceText.DEFAULT.of(content);
    }
}
