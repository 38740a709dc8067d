package io.mnemolite.server.ops;

import io.mnemolite.core.operation.CacheMonitor;
import io.mnemolite.core.operation.StoreMonitor;
import io.mnemolite.server.front.Admission;
import io.mnemolite.server.front.Admitted;
import io.mnemolite.server.front.RequestAccounts;
import io.mnemolite.server.request.QueryParameters;
import io.mnemolite.server.rest.JsonResponse;
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
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The operator's view of the running server: {@code /performance}. */
@Path("/performance")
@Tag(name = "performance")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Admitted
public class PerformanceResource {

    private final RequestAccounts accounts;
    private final Admission admission;
    private final StoreMonitor store;
    private final CacheMonitor caches;
    private final SystemReport system;
    private final Suggestions suggestions;

    @Inject
    public PerformanceResource(
            RequestAccounts accounts,
            Admission admission,
            StoreMonitor store,
            CacheMonitor caches,
            SystemReport system,
            Suggestions suggestions) {
        this.accounts = accounts;
        this.admission = admission;
        this.store = store;
        this.caches = caches;
        this.system = system;
        this.suggestions = suggestions;
    }

    @GET
    @Path("/metrics")
    @Operation(summary = "Requests and latencies per route since the start")
    public Response metrics() {
        Map<String, Object> timers = new LinkedHashMap<>();
        accounts.percentiles().forEach((endpoint, of) -> {
            Map<String, Object> timer = new LinkedHashMap<>();
            timer.put("count", of.count());
            timer.put("avg_ms", of.avgMs());
            timer.put("p50_ms", of.p50Ms());
            timer.put("p95_ms", of.p95Ms());
            timer.put("p99_ms", of.p99Ms());
            timer.put("max_ms", of.maxMs());
            timers.put(endpoint, timer);
        });
        Map<String, Object> gauges = new LinkedHashMap<>();
        gauges.put("requests_executing", admission.executing());
        gauges.put("requests_waiting", admission.waiting());
        gauges.put("pool_waiting", store.pool().waiting());
        gauges.put(
                "heap_used_bytes",
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("uptime_seconds", ManagementFactory.getRuntimeMXBean().getUptime() / 1_000.0);
        body.put("counters", accounts.counts());
        body.put("gauges", gauges);
        body.put("timers", timers);
        return JsonResponse.value(200, body);
    }

    @GET
    @Path("/database/pool")
    @Operation(summary = "The connection pool at this moment")
    public Response pool() {
        StoreMonitor.PoolFigures pool = store.pool();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("size", pool.size());
        body.put("max_overflow", pool.maxOverflow());
        body.put("checked_in", pool.checkedIn());
        body.put("checked_out", pool.checkedOut());
        body.put("overflow", pool.overflow());
        body.put("total", pool.total());
        body.put("waiting", pool.waiting());
        return JsonResponse.value(200, body);
    }

    @GET
    @Path("/database/slow-queries")
    @Operation(summary = "The slowest statements since the start, by mean time")
    @Parameter(ref = "limit_100")
    public Response slowQueries(@Context UriInfo uri) {
        QueryParameters query = new QueryParameters(uri);
        int limit = query.integer("limit", 10, 1, 100);
        query.check();
        List<Map<String, Object>> statements = store.slowStatements(limit).stream()
                .map(statement -> {
                    Map<String, Object> entry = new LinkedHashMap<>();
                    entry.put("query", statement.statement());
                    entry.put("calls", statement.calls());
                    entry.put("mean_ms", statement.meanMilliseconds());
                    entry.put("max_ms", statement.maxMilliseconds());
                    return entry;
                })
                .toList();
        return JsonResponse.value(200, Map.of("slow_queries", statements));
    }

    @GET
    @Path("/database/indexes")
    @Operation(summary = "Every index of the schema with its use and size")
    public Response indexes() {
        List<Map<String, Object>> indexes = store.indexes().stream()
                .map(index -> {
                    Map<String, Object> entry = new LinkedHashMap<>();
                    entry.put("table", index.table());
                    entry.put("index", index.index());
                    entry.put("scans", index.scans());
                    entry.put("size_bytes", index.sizeInBytes());
                    return entry;
                })
                .toList();
        return JsonResponse.value(200, Map.of("indexes", indexes));
    }

    @GET
    @Path("/system")
    @Operation(summary = "Process, host, data directory and effective configuration")
    public Response system() {
        return JsonResponse.value(200, system.read());
    }

    @GET
    @Path("/optimize/suggestions")
    @Operation(summary = "What the figures of this server suggest to change")
    public Response suggestions() {
        return JsonResponse.value(200, Map.of("suggestions", suggestions.read()));
    }

    @POST
    @Path("/cache/clear")
    @Operation(summary = "Drop every cached entry")
    public Response clearCaches() {
        caches.clear();
        return JsonResponse.value(200, Map.of("status", "cleared"));
    }
}
