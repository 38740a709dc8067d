package io.mnemolite.server.ops;

import io.mnemolite.core.change.CatchUp;
import io.mnemolite.core.deadline.Deadline;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.indexing.Indexing;
import io.mnemolite.server.request.QueryParameters;
import io.mnemolite.server.rest.JsonResponse;
import io.mnemolite.server.rest.MaintenanceResource;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
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
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Whether the server lives and whether it can serve. Not admitted: it answers when everything else is refused. A full server
 * answers on the event loop, for any other thread would wait for its turn among all the work.
 */
@Path("/")
@Tag(name = "health")
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
public class HealthResource {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final DatabaseCheck database;
    private final Indexing<EventId, Event> indexing;
    private final CatchUp catchUp;

    @Inject
    public HealthResource(DatabaseCheck database, Indexing<EventId, Event> indexing, CatchUp catchUp) {
        this.database = database;
        this.indexing = indexing;
        this.catchUp = catchUp;
    }

    @GET
    @Path("/health")
    @Operation(
            summary = "State of the server and of what it depends on; 503 when degraded",
            description = "The database is asked; while requests wait for others to end, the state is the one of"
                    + " checked_at, five seconds ago at most.")
    public CompletionStage<Response> health() {
        long start = System.nanoTime();
        return database.find().thenApply(look -> health(look, start));
    }

    private Response health(DatabaseCheck.Look look, long start) {
        Map<String, Object> postgres = new LinkedHashMap<>();
        postgres.put("status", look.answers() ? "ok" : "error");
        postgres.put(look.answers() ? "version" : "message", look.text());
        postgres.put("checked_at", timestamp(Instant.now().minus(look.age())));
        Map<String, Object> services = new LinkedHashMap<>();
        services.put("postgres", postgres);
        services.put("index", MaintenanceResource.indexStatus(indexing));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", look.answers() ? "healthy" : "degraded");
        body.put("timestamp", timestamp(Instant.now()));
        body.put("duration_ms", Math.round((System.nanoTime() - start) / 1e4) / 100.0);
        body.put("database", look.answers());
        body.put("services", services);
        return JsonResponse.value(look.answers() ? 200 : 503, body);
    }

    /** Nothing else is asked: a restart of this process mends no database that is away. */
    @GET
    @Path("/liveness")
    @Operation(summary = "200 as long as the process answers, whatever it depends on")
    public Response liveness() {
        return JsonResponse.value(200, Map.of("status", "ok"));
    }

    /** In a thread of its own, since it may wait; and never from an earlier look, since what follows relies on it. */
    @GET
    @Path("/readiness")
    @Blocking
    @Operation(
            summary = "200 when requests can be served, else 503",
            description = "With caught_up=true it also waits, 2 s at most, until this server knows every write"
                    + " acknowledged by any server of the database before the question.")
    @Parameter(ref = "caught_up")
    public Response readiness(@Context UriInfo uri) throws Exception {
        QueryParameters query = new QueryParameters(uri);
        boolean asksForCatchUp = query.bool("caught_up", false);
        query.check();
        DatabaseCheck.Look look = database.look();
        boolean ready = look.answers();
        String message = ready ? "The server is ready." : look.text();
        Map<String, Object> checks = new LinkedHashMap<>();
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

    private static String timestamp(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
