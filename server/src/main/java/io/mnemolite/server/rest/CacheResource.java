package io.mnemolite.server.rest;

import io.mnemolite.core.operation.CacheMonitor;
import io.mnemolite.core.operation.CacheMonitor.CacheFigures;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caches: {@code /v1/events/cache}. */
@Path("/v1/events/cache")
@Tag(name = "caches")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
public class CacheResource {

    private final CacheMonitor caches;

    @Inject
    public CacheResource(CacheMonitor caches) {
        this.caches = caches;
    }

    @GET
    @Path("/stats")
    @Operation(summary = "Figures of the three caches since the start")
    public Response statistics() {
        return JsonResponse.value(200, statistics(caches));
    }

    @POST
    @Path("/clear")
    @Operation(summary = "Drop every cached entry")
    public Response clear() {
        caches.clear();
        return Response.noContent().build();
    }

    /** The statistics of contract section 6. */
    public static Map<String, Object> statistics(CacheMonitor caches) {
        CacheFigures event = caches.event();
        CacheFigures search = caches.search();
        CacheFigures graph = caches.graph();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("event_cache", figures(event));
        body.put("search_cache", figures(search));
        body.put("graph_cache", figures(graph));
        body.put("total_hits", event.hits() + search.hits() + graph.hits());
        body.put("total_misses", event.misses() + search.misses() + graph.misses());
        return body;
    }

    private static Map<String, Object> figures(CacheFigures figures) {
        long reads = figures.hits() + figures.misses();
        double rate = reads == 0 ? 0 : 100.0 * figures.hits() / reads;
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("hits", figures.hits());
        body.put("misses", figures.misses());
        body.put("hit_rate", String.format(Locale.ROOT, "%.2f%%", rate));
        body.put("items_cached", figures.items());
        body.put("max_items", figures.maxItems());
        body.put("ttl_seconds", figures.ttlSeconds());
        body.put("memory_bytes", figures.memoryBytes());
        body.put("memory_mb", Math.round(figures.memoryBytes() / 10_485.76) / 100.0);
        body.put("evictions", figures.evictions());
        body.put("loads", figures.loads());
        body.put("coalesced", figures.coalesced());
        body.put("invalidations", figures.invalidations());
        body.put("discarded_loads", figures.discardedLoads());
        return body;
    }
}
