package io.mnemolite.server.web.event;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The events nearest in meaning; none when the event has no vector, or is alone. */
@CheckedTemplate(basePath = "event", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record EventNeighbours(VectorState vector, List<Neighbour> neighbours) implements TemplateInstance {

    /** An event and how far it is. */
    public record Neighbour(EventCard card, Distance distance) {}
}
