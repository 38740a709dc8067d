package io.mnemolite.server.ops.profile;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.operation.CacheMonitor;
import io.mnemolite.core.operation.CacheMonitor.CacheFigures;
import io.mnemolite.core.operation.StoreMonitor;
import io.mnemolite.core.operation.StoreMonitor.StatementFigures;
import io.mnemolite.server.front.Profiling;
import io.mnemolite.server.front.RequestProfile;
import io.mnemolite.server.ops.SystemReport;
import io.mnemolite.server.request.QueryParameters;
import io.mnemolite.server.rest.JsonResponse;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /performance/profile}: takes no place among the requests that execute, since it only waits. */
@Path("/performance/profile")
@Tag(name = "performance")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ProfileResource {

    private final Profiling profiling;
    private final StoreMonitor store;
    private final CacheMonitor caches;
    private final SystemReport system;

    @Inject
    public ProfileResource(Profiling profiling, StoreMonitor store, CacheMonitor caches, SystemReport system) {
        this.profiling = profiling;
        this.store = store;
        this.caches = caches;
        this.system = system;
    }

    @POST
    @Operation(
            summary = "Watch the requests of some seconds, and say where their time went; answers when they are over")
    @Parameter(ref = "profile_seconds")
    @Parameter(ref = "profile_endpoint")
    public Response profile(@Context UriInfo uri) throws Exception {
        QueryParameters query = new QueryParameters(uri);
        int seconds = query.integer("seconds", 30, 1, 300);
        String endpoint = Objects.requireNonNullElse(query.string("endpoint"), "");
        query.check();
        RequestProfile profile = profiling.start(template -> template.startsWith(endpoint));
        if (profile == null) {
            throw new MnemoliteException(
                    ErrorCode.CONFLICT, "A profile is being made already; ask again when its seconds are over.");
        }
        try {
            return JsonResponse.value(200, measured(profile, seconds, endpoint));
        } finally {
            profiling.stop(profile);
        }
    }

    private Map<String, Object> measured(RequestProfile profile, int seconds, String endpoint) throws Exception {
        Instant started = Instant.now();
        try (FlightRecording recording = new FlightRecording()) {
            List<StatementFigures> statements = store.slowStatements(Integer.MAX_VALUE);
            CacheFigures[] before = {caches.event(), caches.search(), caches.graph()};
            long start = System.nanoTime();
            Thread.sleep(Duration.ofSeconds(seconds));
            profiling.stop(profile);
            double took = (System.nanoTime() - start) / 1e9;
            List<StatementFigures> statementsAfter = store.slowStatements(Integer.MAX_VALUE);
            Map<String, Object> cacheFigures = new LinkedHashMap<>();
            cacheFigures.put("event", ProfileReport.cache(before[0], caches.event()));
            cacheFigures.put("search", ProfileReport.cache(before[1], caches.search()));
            cacheFigures.put("graph", ProfileReport.cache(before[2], caches.graph()));
            FlightRecording.Seen seen = recording.stop();
            Map<String, Object> report = new LinkedHashMap<>();
            report.put("started_at", started.toString());
            report.put("seconds", took);
            report.put("endpoint", endpoint);
            report.put("system", system.read());
            report.put("endpoints", ProfileReport.endpoints(profile.endpoints(), took));
            report.put("statements", ProfileReport.statements(statements, statementsAfter));
            report.put("caches", cacheFigures);
            report.put("allocation", ProfileReport.allocation(seen.allocated(), took));
            report.put("execution", ProfileReport.execution(seen.stacks()));
            return report;
        }
    }
}
