package io.mnemolite.server.rest;

import io.mnemolite.core.code.indexing.CodeVerification;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.core.code.store.IndexedCodeFile;
import io.mnemolite.core.embedding.EmbeddingSpace;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.EventStore;
import io.mnemolite.core.event.Events;
import io.mnemolite.core.indexing.IndexState;
import io.mnemolite.core.indexing.Indexing;
import io.mnemolite.core.indexing.Verification;
import io.mnemolite.core.operation.EventStatistics;
import io.mnemolite.server.front.StreamPlaces;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What keeps derived data right: the index, the vectors, a check of both against the store. */
@Path("/v1")
@Tag(name = "maintenance")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class MaintenanceResource {

    private final Indexing<EventId, Event> indexing;
    private final Indexing<CodeFileId, IndexedCodeFile> codeIndexing;
    private final Events events;
    private final EventStore store;
    private final EventStatistics statistics;
    private final Verification verification;
    private final CodeVerification codeVerification;
    private final WireLimits limits;
    private final StreamPlaces places;

    @Inject
    public MaintenanceResource(
            Indexing<EventId, Event> indexing,
            Indexing<CodeFileId, IndexedCodeFile> codeIndexing,
            Events events,
            EventStore store,
            EventStatistics statistics,
            Verification verification,
            CodeVerification codeVerification,
            WireLimits limits,
            StreamPlaces places) {
        this.indexing = indexing;
        this.codeIndexing = codeIndexing;
        this.events = events;
        this.store = store;
        this.statistics = statistics;
        this.verification = verification;
        this.codeVerification = codeVerification;
        this.limits = limits;
        this.places = places;
    }

    @GET
    @Path("/index/status")
    @Operation(summary = "Whether searches can be answered, and how far a rebuild is")
    public Response indexStatus() {
        Map<String, Object> body = indexStatus(indexing);
        body.put("code", indexStatus(codeIndexing));
        return JsonResponse.value(200, body);
    }

    @POST
    @Path("/index/rebuild")
    @Operation(
            summary =
                    "Throw the indexes of events and code away and build them from the store; searches answer 503 meanwhile")
    public Response rebuildIndex() {
        indexing.rebuild();
        codeIndexing.rebuild();
        return JsonResponse.value(202, Map.of("state", "rebuilding"));
    }

    @GET
    @Path("/embedding/status")
    @Operation(summary = "The active model and how many events wait for their vector")
    public Response embeddingStatus() {
        return JsonResponse.value(200, embedding(limits.space()));
    }

    @POST
    @Path("/embedding/reembed")
    @Operation(summary = "Make every vector of a model anew, in the background; vectors of clients stay")
    public Response reembed() throws Exception {
        places.run(events::clearModelVectors);
        return JsonResponse.value(202, embedding(limits.space()));
    }

    @GET
    @Path("/verify")
    @Operation(summary = "Compare the indexes with the store, event by event and file by file")
    public Response verify() throws Exception {
        return JsonResponse.value(200, places.run(() -> verification.verify().with(codeVerification.verify())));
    }

    private Map<String, Object> embedding(EmbeddingSpace space) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("model", space.model());
        body.put("dimension", space.dimension());
        body.put("awaiting", store.countAwaitingVector());
        body.put("total", statistics.totalEvents());
        return body;
    }

    /** {@code {"state","done","total"}}, with a reason when damaged. */
    public static Map<String, Object> indexStatus(Indexing<?, ?> indexing) {
        Map<String, Object> body = new LinkedHashMap<>();
        switch (indexing.state()) {
            case IndexState.Ready() -> body.put("state", "ready");
            case IndexState.Rebuilding rebuilding -> {
                body.put("state", "rebuilding");
                body.put("done", rebuilding.done());
                body.put("total", rebuilding.total());
            }
            case IndexState.Damaged damaged -> {
                body.put("state", "damaged");
                body.put("reason", damaged.reason());
            }
        }
        body.put("lag_seconds", Math.round(indexing.lagSeconds() * 1e3) / 1e3);
        return body;
    }
}
