package io.mnemolite.server.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.event.EventRepresentation.Variant;
import io.mnemolite.core.search.EventQuery;
import io.mnemolite.core.search.EventSearch;
import io.mnemolite.core.search.EventSearchPage;
import io.mnemolite.core.search.SearchMode;
import io.mnemolite.server.front.Admitted;
import io.mnemolite.server.request.Fields;
import io.mnemolite.server.request.QueryParameters;
import io.mnemolite.server.request.ValidationException;
import io.mnemolite.server.request.Violation;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Search: {@code /v1/search}. */
@Path("/v1/search")
@Tag(name = "search")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Admitted
public class SearchResource {

    /** Words beyond this length are no query a person or an agent means. */
    private static final int MAX_QUERY_LENGTH = 100_000;

    private static final double DEFAULT_THRESHOLD = 1.0;

    private final EventSearch search;
    private final WireLimits limits;

    @Inject
    public SearchResource(EventSearch search, WireLimits limits) {
        this.search = search;
        this.limits = limits;
    }

    @GET
    @Operation(summary = "Search by meaning, words, metadata and time")
    @Parameter(ref = "vector_query")
    @Parameter(ref = "filter_metadata")
    @Parameter(ref = "limit_100")
    @Parameter(ref = "offset")
    @Parameter(ref = "ts_start")
    @Parameter(ref = "ts_end")
    @Parameter(ref = "distance_threshold")
    @Parameter(ref = "mode")
    @Parameter(ref = "explain")
    @Parameter(ref = "include_embedding")
    public Response search(@Context UriInfo uri) {
        QueryParameters query = new QueryParameters(uri);
        int limit = query.integer("limit", 10, 1, 100);
        int offset = query.integer("offset", 0, 0, Integer.MAX_VALUE);
        double threshold = query.number("distance_threshold", DEFAULT_THRESHOLD, 0.0, EventQuery.NO_THRESHOLD);
        boolean explain = query.bool("explain", false);
        SearchMode mode = mode("query", query.string("mode"));
        Variant variant = EventRequests.variant(query);
        String metadata = query.string("filter_metadata");
        EventFilter filter = new EventFilter(
                metadata == null || metadata.isBlank()
                        ? EventFilter.ALL.metadata()
                        : EventRequests.jsonObject("filter_metadata", metadata),
                EventRequests.timestamp(query, "ts_start"),
                EventRequests.timestamp(query, "ts_end"));
        String text = query.string("vector_query");
        query.check();
        EmbeddingVector vector = null;
        if (text != null && text.strip().startsWith("[")) {
            vector = VectorQueries.parse(text, limits.dimension());
            text = null;
        }
        return data(new EventQuery(bounded(text), vector, mode, filter, limit, offset, threshold, explain), variant);
    }

    @POST
    @Operation(summary = "Search by meaning, words, metadata and time")
    @RequestBody(ref = "Search")
    public Response search(byte[] body, @Context UriInfo uri) {
        Fields fields = Fields.ofBody(body);
        String text = fields.optionalString("query", MAX_QUERY_LENGTH);
        ObjectNode metadata = fields.optionalObject("metadata");
        int limit = fields.integer("limit", 10, 1, 1_000);
        int offset = fields.integer("offset", 0, 0, Integer.MAX_VALUE);
        Instant from = fields.timestamp("ts_start");
        Instant to = fields.timestamp("ts_end");
        double threshold = fields.number("distance_threshold", DEFAULT_THRESHOLD, 0.0, EventQuery.NO_THRESHOLD);
        boolean explain = fields.bool("explain", false);
        boolean embedding = fields.bool("include_embedding", true);
        String modeName = fields.optionalString("mode", 20);
        fields.check();
        Variant variant = embedding ? EventRequests.variant(uri) : Variant.WITHOUT_EMBEDDING;
        EventFilter filter = new EventFilter(metadata == null ? EventFilter.ALL.metadata() : metadata, from, to);
        EventSearchPage page = search.search(
                new EventQuery(text, null, mode("body", modeName), filter, limit, offset, threshold, explain));
        return JsonResponse.ok(json -> SearchJson.writeEventsEnvelope(json, page, variant));
    }

    @POST
    @Path("/content")
    @Operation(summary = "Search the words of the content")
    @RequestBody(ref = "TextSearch")
    public Response searchContent(byte[] body, @Context UriInfo uri) {
        return text(body, uri, SearchMode.LEXICAL);
    }

    @POST
    @Path("/similarity")
    @Operation(summary = "The events nearest in meaning, without a threshold")
    @RequestBody(ref = "TextSearch")
    public Response searchSimilar(byte[] body, @Context UriInfo uri) {
        return text(body, uri, SearchMode.VECTOR);
    }

    @GET
    @Path("/metadata")
    @Operation(summary = "Events whose metadata contains the given object, newest first")
    @Parameter(ref = "metadata_filter")
    @Parameter(ref = "list_limit")
    @Parameter(ref = "include_embedding")
    public Response searchMetadata(@Context UriInfo uri) {
        QueryParameters query = new QueryParameters(uri);
        int limit = query.integer("limit", 10, 1, 1_000);
        String text = query.requiredString("metadata_filter");
        Variant variant = EventRequests.variant(query);
        query.check();
        ObjectNode metadata = EventRequests.jsonObject("metadata_filter", text == null ? "" : text);
        return data(EventQuery.filterOnly(EventFilter.byMetadata(metadata), limit, 0), variant);
    }

    private Response text(byte[] body, UriInfo uri, SearchMode mode) {
        Fields fields = Fields.ofBody(body);
        String text = fields.requiredString("query", MAX_QUERY_LENGTH);
        int limit = fields.integer("limit", 10, 1, 1_000);
        boolean embedding = fields.bool("include_embedding", true);
        fields.check();
        Variant variant = embedding ? EventRequests.variant(uri) : Variant.WITHOUT_EMBEDDING;
        return data(EventQuery.ofText(text, mode, limit), variant);
    }

    private Response data(EventQuery query, Variant variant) {
        EventSearchPage page = search.search(query);
        return JsonResponse.ok(
                json -> SearchJson.writeDataEnvelope(json, page, query.limit(), query.offset(), variant));
    }

    private static @Nullable String bounded(@Nullable String text) {
        if (text != null && text.length() > MAX_QUERY_LENGTH) {
            throw new ValidationException(Violation.of(
                    "string_too_long",
                    List.of("query", "vector_query"),
                    "String should have at most " + MAX_QUERY_LENGTH + " characters, not " + text.length(),
                    EventRequests.shortened(text)));
        }
        return text;
    }

    private static SearchMode mode(String place, @Nullable String name) {
        if (name == null) {
            return SearchMode.VECTOR;
        }
        return switch (name) {
            case "vector" -> SearchMode.VECTOR;
            case "lexical" -> SearchMode.LEXICAL;
            case "hybrid" -> SearchMode.HYBRID;
            default ->
                throw new ValidationException(Violation.of(
                        "enum", List.of(place, "mode"), "Input should be 'vector', 'lexical' or 'hybrid'", name));
        };
    }
}
