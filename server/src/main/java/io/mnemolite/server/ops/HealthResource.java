package io.mnemolite.server.ops;

import io.mnemolite.core.change.CatchUp;
import io.mnemolite.core.deadline.Deadline;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.indexing.Indexing;
import io.mnemolite.core.operation.StoreMonitor;
import io.mnemolite.server.request.QueryParameters;
import io.mnemolite.server.rest.JsonResponse;
import io.mnemolite.server.rest.MaintenanceResource;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Whether the server lives and whether it can serve. Not admitted: it answers when everything else is refused. In a thread of
 * the system's: virtual ones take turns on few carriers, so that one that must answer soon would wait for all that work.
 */
@Path("/")
@Tag(name = "health")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class HealthResource {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final StoreMonitor store;
    private final Indexing<EventId, Event> indexing;
    private final CatchUp catchUp;

    @Inject
    public HealthResource(StoreMonitor store, Indexing<EventId, Event> indexing, CatchUp catchUp) {
        this.store = store;
        this.indexing = indexing;
        this.catchUp = catchUp;
    }

    @GET
    @Path("/health")
    @Operation(summary = "State of the server and of what it depends on; 503 when degraded")
    public Response health() throws Exception {
        long start = System.nanoTime();
        Map<String, Object> postgres = postgres();
        boolean healthy = "ok".equals(postgres.get("status"));
        Map<String, Object> services = new LinkedHashMap<>();
        services.put("postgres", postgres);
        services.put("index", MaintenanceResource.indexStatus(indexing));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", healthy ? "healthy" : "degraded");
        body.put("timestamp", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        body.put("duration_ms", Math.round((System.nanoTime() - start) / 1e4) / 100.0);
        body.put("database", healthy);
        body.put("services", services);
        return JsonResponse.value(healthy ? 200 : 503, body);
    }

    /** Nothing else is asked: a restart of this process mends no database that is away. */
    @GET
    @Path("/liveness")
    @Operation(summary = "200 as long as the process answers, whatever it depends on")
    public Response liveness() {
        return JsonResponse.value(200, Map.of("status", "ok"));
    }

    @GET
    @Path("/readiness")
    @Operation(
            summary = "200 when requests can be served, else 503",
            description = "With caught_up=true it also waits, 2 s at most, until this server knows every write"
                    + " acknowledged by any server of the database before the question.")
    @Parameter(ref = "caught_up")
    public Response readiness(@Context UriInfo uri) throws Exception {
        QueryParameters query = new QueryParameters(uri);
        boolean asksForCatchUp = query.bool("caught_up", false);
        query.check();
        Map<String, Object> checks = new LinkedHashMap<>();
        Map<String, Object> postgres = postgres();
        boolean ready = "ok".equals(postgres.get("status"));
        String message = ready ? "The server is ready." : String.valueOf(postgres.get("message"));
        checks.put("database", ready);
        if (ready && asksForCatchUp) {
            String missing = whatIsMissing();
            ready = missing.isEmpty();
            message = ready ? "The server is ready and knows every write." : missing;
            checks.put("caught_up", ready);
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", ready ? "ok" : "error");
        body.put("message", message);
        body.put("checks", checks);
        return JsonResponse.value(ready ? 200 : 503, body);
    }

    private String whatIsMissing() throws Exception {
        try {
            return Deadline.after(PATIENCE).call(() -> {
                catchUp.await();
                return "";
            });
        } catch (MnemoliteException e) {
            return e.sentence();
        }
    }

    private Map<String, Object> postgres() throws Exception {
        Map<String, Object> body = new LinkedHashMap<>();
        try {
            String version = Deadline.after(PATIENCE).call(store::version);
            body.put("status", "ok");
            body.put("version", version);
        } catch (MnemoliteException e) {
            body.put("status", "error");
            body.put("message", e.sentence());
        }
        return body;
    }
}
