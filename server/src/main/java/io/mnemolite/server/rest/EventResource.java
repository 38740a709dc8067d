package io.mnemolite.server.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.event.Deletion;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.EventPage;
import io.mnemolite.core.event.EventRepresentation.Variant;
import io.mnemolite.core.event.Events;
import io.mnemolite.core.event.NewEvent;
import io.mnemolite.core.event.RenderedEvent;
import io.mnemolite.core.event.RenderedEvents;
import io.mnemolite.core.event.UpdateOutcome;
import io.mnemolite.core.search.EventQuery;
import io.mnemolite.core.search.EventSearch;
import io.mnemolite.core.search.EventSearchPage;
import io.mnemolite.core.secret.Redactions;
import io.mnemolite.core.secret.Redactions.Counted;
import io.mnemolite.server.front.Admitted;
import io.mnemolite.server.front.EntityTags;
import io.mnemolite.server.request.Fields;
import io.mnemolite.server.request.Json;
import io.mnemolite.server.request.QueryParameters;
import io.mnemolite.server.request.ValidationException;
import io.mnemolite.server.request.Violation;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Events: {@code /v1/events}. */
@Path("/v1/events")
@Tag(name = "events")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Admitted
public class EventResource {

    private static final int MAX_BATCH = 1_000;

    private final Events events;
    private final RenderedEvents rendered;
    private final EventSearch search;
    private final WireLimits limits;

    @Inject
    public EventResource(Events events, RenderedEvents rendered, EventSearch search, WireLimits limits) {
        this.events = events;
        this.rendered = rendered;
        this.search = search;
        this.limits = limits;
    }

    @POST
    @Operation(summary = "Store one event", description = RedactedSecrets.DESCRIPTION)
    @RequestBody(ref = "CreateEvent")
    public Response create(
            byte[] body, @Context UriInfo uri, @HeaderParam(IdempotencyKeys.HEADER) @Nullable String key) {
        Variant variant = EventRequests.variant(uri);
        NewEvent event = EventRequests.newEvent(Fields.ofBody(body), limits.dimension());
        Counted<Event> created =
                Redactions.counted(() -> events.create(event, IdempotencyKeys.of(key, "POST /v1/events", body)));
        return RedactedSecrets.told(created(created.result(), variant), created);
    }

    @POST
    @Path("/batch")
    @Operation(summary = "Store 1 to 1,000 events, all or nothing", description = RedactedSecrets.DESCRIPTION)
    @RequestBody(ref = "CreateEvents")
    public Response createAll(
            byte[] body, @Context UriInfo uri, @HeaderParam(IdempotencyKeys.HEADER) @Nullable String key) {
        Variant variant = EventRequests.variant(uri);
        Fields fields = Fields.ofBody(body);
        List<JsonNode> items = fields.requiredList("events", 1, MAX_BATCH);
        List<NewEvent> wanted = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            wanted.add(EventRequests.batchItem(items.get(i), i, limits.dimension(), fields));
        }
        fields.check();
        Counted<List<Event>> created = Redactions.counted(
                () -> events.createAll(wanted, IdempotencyKeys.of(key, "POST /v1/events/batch", body)));
        Response answer = JsonResponse.of(201, json -> {
            json.writeStartObject();
            json.writeFieldName("events");
            JsonResponse.writeEvents(json, created.result(), variant);
            json.writeEndObject();
        });
        return RedactedSecrets.told(answer, created);
    }

    @GET
    @Operation(summary = "List events, newest first")
    @Parameter(ref = "list_limit")
    @Parameter(ref = "cursor")
    @Parameter(ref = "project")
    @Parameter(ref = "category")
    @Parameter(ref = "type")
    @Parameter(ref = "ts_start")
    @Parameter(ref = "ts_end")
    @Parameter(ref = "include_embedding")
    public Response list(@Context UriInfo uri) {
        QueryParameters query = new QueryParameters(uri);
        int limit = query.integer("limit", 50, 1, 1_000);
        EventFilter filter = EventRequests.listFilter(query);
        String cursor = query.string("cursor");
        Variant variant = EventRequests.variant(query);
        query.check();
        EventPage page = events.list(filter, cursor == null ? null : Cursors.decode(cursor), limit);
        return JsonResponse.ok(json -> {
            json.writeStartObject();
            json.writeFieldName("events");
            JsonResponse.writeEvents(json, page.events(), variant);
            json.writeFieldName("next_cursor");
            json.writeString(page.next() == null ? null : Cursors.encode(page.next()));
            json.writeEndObject();
        });
    }

    @DELETE
    @Operation(summary = "Delete every event that passes the filters, at least one of which must be given")
    @Parameter(ref = "project")
    @Parameter(ref = "category")
    @Parameter(ref = "type")
    @Parameter(ref = "metadata")
    @Parameter(ref = "ts_start")
    @Parameter(ref = "ts_end")
    @Parameter(ref = "dry_run")
    public Response deleteMatching(@Context UriInfo uri) {
        QueryParameters query = new QueryParameters(uri);
        boolean dryRun = query.bool("dry_run", false);
        EventFilter filter = EventRequests.deletionFilter(query);
        query.check();
        Deletion deletion = events.deleteMatching(filter, dryRun);
        return JsonResponse.ok(json -> {
            json.writeStartObject();
            json.writeNumberField("matched", deletion.matched());
            json.writeNumberField("deleted", deletion.deleted());
            json.writeEndObject();
        });
    }

    @GET
    @Path("/{event_id}")
    @Operation(summary = "Read one event")
    @Parameter(ref = "no_cache")
    @Parameter(ref = "include_embedding")
    public Response read(
            @PathParam("event_id") String id,
            @Context UriInfo uri,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        EventId eventId = EventRequests.eventId(id);
        QueryParameters query = new QueryParameters(uri);
        boolean noCache = query.bool("no_cache", false);
        Variant variant = EventRequests.variant(query);
        query.check();
        RenderedEvent event =
                rendered.find(eventId, variant, noCache).orElseThrow(() -> EventRequests.notFound(eventId));
        if (EntityTags.matches(ifNoneMatch, event.tag())) {
            return Response.notModified().header(HttpHeaders.ETAG, event.tag()).build();
        }
        return Response.ok(event.body(), MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.ETAG, event.tag())
                .build();
    }

    @PUT
    @Path("/{event_id}")
    @Operation(
            summary = "Replace content and metadata; the text is embedded anew when it changed",
            description = RedactedSecrets.DESCRIPTION)
    @RequestBody(ref = "ReplaceEvent")
    public Response replace(
            @PathParam("event_id") String id,
            byte[] body,
            @Context UriInfo uri,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        EventId eventId = EventRequests.eventId(id);
        Variant variant = EventRequests.variant(uri);
        OptionalLong revision = EntityTags.revision(ifMatch);
        Fields fields = Fields.ofBody(body);
        ObjectNode content = fields.requiredObject("content");
        ObjectNode metadata = fields.objectOrEmpty("metadata");
        fields.check();
        Counted<UpdateOutcome> replaced =
                Redactions.counted(() -> events.replace(eventId, content, metadata, revision));
        return RedactedSecrets.told(updated(eventId, replaced.result(), variant), replaced);
    }

    @PATCH
    @Path("/{event_id}/metadata")
    @Operation(summary = "Merge top-level keys into the metadata", description = RedactedSecrets.DESCRIPTION)
    @RequestBody(ref = "AnyObject")
    public Response mergeMetadata(
            @PathParam("event_id") String id,
            byte[] body,
            @Context UriInfo uri,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        EventId eventId = EventRequests.eventId(id);
        Variant variant = EventRequests.variant(uri);
        OptionalLong revision = EntityTags.revision(ifMatch);
        ObjectNode patch = Fields.object(Json.parseBody(body), List.of("body"));
        Counted<UpdateOutcome> merged = Redactions.counted(() -> events.mergeMetadata(eventId, patch, revision));
        return RedactedSecrets.told(updated(eventId, merged.result(), variant), merged);
    }

    @DELETE
    @Path("/{event_id}")
    @Operation(summary = "Delete one event")
    public Response delete(@PathParam("event_id") String id) {
        EventId eventId = EventRequests.eventId(id);
        if (!events.delete(eventId)) {
            throw EventRequests.notFound(eventId);
        }
        return Response.noContent().build();
    }

    @POST
    @Path("/filter/metadata")
    @Operation(summary = "Events whose metadata contains the given object, newest first")
    @RequestBody(ref = "AnyObject")
    @Parameter(ref = "limit_100")
    @Parameter(ref = "offset")
    @Parameter(ref = "include_embedding")
    public Response filterByMetadata(byte[] body, @Context UriInfo uri) {
        QueryParameters query = new QueryParameters(uri);
        int limit = query.integer("limit", 10, 1, 100);
        int offset = query.integer("offset", 0, 0, Integer.MAX_VALUE);
        Variant variant = EventRequests.variant(query);
        query.check();
        ObjectNode metadata = Fields.object(Json.parseBody(body), List.of("body"));
        return hits(EventQuery.filterOnly(EventFilter.byMetadata(metadata), limit, offset), variant);
    }

    @POST
    @Path("/search/embedding")
    @Operation(summary = "The events nearest to a vector")
    @RequestBody(ref = "Vector")
    @Parameter(ref = "limit_100")
    @Parameter(ref = "include_embedding")
    public Response searchByEmbedding(byte[] body, @Context UriInfo uri) {
        QueryParameters query = new QueryParameters(uri);
        int limit = query.integer("limit", 5, 1, 100);
        Variant variant = EventRequests.variant(query);
        query.check();
        List<Violation> violations = new ArrayList<>();
        EmbeddingVector vector = Fields.vector(Json.parseBody(body), List.of("body"), limits.dimension(), violations);
        if (vector == null) {
            throw new ValidationException(violations);
        }
        return hits(EventQuery.nearestTo(vector, limit), variant);
    }

    private Response hits(EventQuery query, Variant variant) {
        EventSearchPage page = search.search(query);
        return JsonResponse.ok(json -> SearchJson.writeHits(json, page, variant));
    }

    private static Response created(Event event, Variant variant) {
        return Response.status(Response.Status.CREATED)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.ETAG, EventJson.tag(event, variant))
                .header(HttpHeaders.LOCATION, "/v1/events/" + event.id())
                .entity(JsonResponse.bytes(json -> EventJson.write(json, event, variant, null)))
                .build();
    }

    private static Response updated(EventId id, UpdateOutcome outcome, Variant variant) {
        return switch (outcome) {
            case UpdateOutcome.Updated(Event event) ->
                Response.ok(JsonResponse.bytes(json -> EventJson.write(json, event, variant, null)))
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .header(HttpHeaders.ETAG, EventJson.tag(event, variant))
                        .build();
            case UpdateOutcome.NotFound() -> throw EventRequests.notFound(id);
            case UpdateOutcome.RevisionMismatch(long current) -> throw EventRequests.revisionMismatch(id, current);
        };
    }
}
