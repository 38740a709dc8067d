package io.mnemolite.server.web.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.core.embedding.StoredVector;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.EventStore;
import io.mnemolite.core.event.Events;
import io.mnemolite.core.search.EventQuery;
import io.mnemolite.core.search.EventSearch;
import io.mnemolite.server.front.Admitted;
import io.mnemolite.server.request.Json;
import io.mnemolite.server.request.QueryParameters;
import io.mnemolite.server.web.event.EventDrawer.Entry;
import io.mnemolite.server.web.event.EventNeighbours.Neighbour;
import io.mnemolite.server.web.layout.Pages;
import io.mnemolite.server.web.text.ShownText;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The parts of the drawer that shows one event. */
@Path("/ui/events/{event_id}")
@RunOnVirtualThread
@Admitted
public class EventResource {

    private static final int SHOWN_AT_FIRST = 4_000;
    private static final int NEIGHBOURS = 6;

    private final Pages pages;
    private final Events events;
    private final EventSearch search;
    private final EventStore store;

    @Inject
    public EventResource(Pages pages, Events events, EventSearch search, EventStore store) {
        this.pages = pages;
        this.events = events;
        this.search = search;
        this.store = store;
    }

    @GET
    public Response show(@PathParam("event_id") String id) {
        Event event = find(id);
        String text = EventText.source(event.content()).orElse(null);
        String json = rest(event, text);
        StoredVector vector = event.vector();
        return pages.fragment(new EventDrawer(
                event.id().toString(),
                event.timestamp(),
                text == null ? null : ShownText.beginning(text, SHOWN_AT_FIRST),
                json == null ? null : ShownText.beginning(json, SHOWN_AT_FIRST),
                entries(event.metadata()),
                pretty(event.metadata()),
                VectorState.of(event),
                vector == null ? null : vector.model() + ", " + vector.vector().dimension() + " dimensions",
                event.revision()));
    }

    @GET
    @Path("/text")
    public Response wholeText(@PathParam("event_id") String id) {
        Event event = find(id);
        return pages.fragment(new EventContent(ShownText.whole(EventText.of(event))));
    }

    @GET
    @Path("/json")
    public Response wholeJson(@PathParam("event_id") String id) {
        Event event = find(id);
        String json = rest(event, EventText.source(event.content()).orElse(null));
        return pages.fragment(new EventContent(ShownText.whole(Objects.requireNonNullElse(json, "{}"))));
    }

    @GET
    @Path("/neighbours")
    public Response neighbours(@PathParam("event_id") String id) {
        Event event = find(id);
        StoredVector vector = event.vector();
        List<Neighbour> neighbours = new ArrayList<>();
        if (vector != null && isSearched(vector)) {
            search.search(EventQuery.nearestTo(vector.vector(), NEIGHBOURS + 1)).hits().stream()
                    .filter(hit -> !hit.event().id().equals(event.id()) && hit.distance() != null)
                    .limit(NEIGHBOURS)
                    .forEach(hit -> neighbours.add(new Neighbour(
                            EventCard.of(hit.event()), new Distance(Objects.requireNonNull(hit.distance())))));
        }
        return pages.fragment(new EventNeighbours(VectorState.of(event), neighbours));
    }

    /** Vectors of clients may have another dimension; they are kept, and compared with nothing. */
    private boolean isSearched(StoredVector vector) {
        return store.space()
                .filter(space -> space.dimension() == vector.vector().dimension())
                .isPresent();
    }

    private Event find(String id) {
        EventId eventId = new EventId(QueryParameters.pathUuid("event_id", id));
        return events.find(eventId)
                .orElseThrow(() -> new MnemoliteException(
                        ErrorCode.NOT_FOUND,
                        "Event " + eventId + " was not found; it never existed or has been deleted."));
    }

    /** The content without the field that is shown as text; null when nothing is left. */
    private static @Nullable String rest(Event event, @Nullable String text) {
        ObjectNode rest = event.content().deepCopy();
        if (text != null) {
            event.content().properties().stream()
                    .filter(field -> field.getValue().isTextual()
                            && field.getValue().textValue().strip().equals(text))
                    .findFirst()
                    .ifPresent(field -> rest.remove(field.getKey()));
        }
        return rest.isEmpty() && text != null ? null : pretty(rest);
    }

    private static List<Entry> entries(ObjectNode metadata) {
        List<Entry> entries = new ArrayList<>();
        metadata.properties().forEach(field -> {
            JsonNode value = field.getValue();
            entries.add(new Entry(
                    ShownText.beginning(field.getKey(), 200),
                    ShownText.beginning(value.isTextual() ? value.textValue() : value.toString(), 1_000)));
        });
        return entries;
    }

    private static String pretty(JsonNode node) {
        try {
            return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored tree is always writable", e);
        }
    }
}
