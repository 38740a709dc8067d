package io.mnemolite.server.ops;

import io.mnemolite.core.event.Event;
import io.mnemolite.core.operation.Condition;
import io.mnemolite.core.operation.EventStatistics;
import io.mnemolite.core.operation.EventStatistics.Bucket;
import io.mnemolite.core.operation.EventStatistics.Count;
import io.mnemolite.core.operation.EventStatistics.LabelCount;
import io.mnemolite.core.operation.StoreMonitor;
import io.mnemolite.core.operation.TimeSpan;
import io.mnemolite.server.front.Admitted;
import io.mnemolite.server.request.QueryParameters;
import io.mnemolite.server.request.ValidationException;
import io.mnemolite.server.request.Violation;
import io.mnemolite.server.rest.JsonResponse;
import io.smallrye.common.annotation.RunOnVirtualThread;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the stored events say about the systems they report on: {@code /api/monitoring}. */
@Path("/api/monitoring")
@Tag(name = "monitoring")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Admitted
public class MonitoringResource {

    private final EventStatistics statistics;
    private final StoreMonitor store;

    @Inject
    public MonitoringResource(EventStatistics statistics, StoreMonitor store) {
        this.statistics = statistics;
        this.store = store;
    }

    @GET
    @Path("/status")
    @Operation(summary = "The last 24 hours by severity")
    public Response status() {
        Instant now = Instant.now();
        Map<String, Long> severities = statistics.severities(Period.of(null).endingAt(now));
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("critical", severities.getOrDefault("critical", 0L));
        summary.put("warning", severities.getOrDefault("warning", 0L));
        summary.put("info", severities.getOrDefault("info", 0L));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", Condition.ofSeverities(severities).word());
        body.put("timestamp", now.truncatedTo(ChronoUnit.MILLIS).toString());
        body.put("summary", summary);
        return JsonResponse.value(200, body);
    }

    @GET
    @Path("/events/critical")
    @Operation(summary = "The newest critical events")
    @Parameter(ref = "limit_50")
    public Response critical(@Context UriInfo uri) {
        QueryParameters query = new QueryParameters(uri);
        int limit = query.integer("limit", 10, 1, 50);
        query.check();
        Instant now = Instant.now();
        List<Map<String, Object>> body = new ArrayList<>();
        for (Event event : statistics.newestOfSeverity("critical", limit)) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("id", event.id().toString());
            entry.put("content", event.content());
            entry.put("metadata", event.metadata());
            entry.put("timestamp", event.timestamp().toString());
            entry.put("age", Ages.of(event.timestamp(), now));
            body.add(entry);
        }
        return JsonResponse.value(200, body);
    }

    @GET
    @Path("/events/timeline")
    @Operation(summary = "Events per hour (24h) or day (7d, 30d)")
    @Parameter(ref = "period")
    @Parameter(ref = "severity")
    public Response timeline(@Context UriInfo uri) {
        QueryParameters query = new QueryParameters(uri);
        Period period = Period.of(query.string("period"));
        String severity = query.string("severity");
        query.check();
        List<Map<String, Object>> body = new ArrayList<>();
        for (Count count : statistics.timeline(period.endingAt(Instant.now()), period.bucket(), severity)) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("time", count.time().toString());
            entry.put("count", count.count());
            body.add(entry);
        }
        return JsonResponse.value(200, body);
    }

    @GET
    @Path("/events/distribution")
    @Operation(summary = "The most frequent severities, projects and categories")
    @Parameter(ref = "period")
    public Response distribution(@Context UriInfo uri) {
        QueryParameters query = new QueryParameters(uri);
        Period period = Period.of(query.string("period"));
        query.check();
        TimeSpan span = period.endingAt(Instant.now());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("by_severity", labels(statistics.distribution("severity", "info", span)));
        body.put("by_project", labels(statistics.distribution("project", "unknown", span)));
        body.put("by_category", labels(statistics.distribution("category", "unknown", span)));
        return JsonResponse.value(200, body);
    }

    @GET
    @Path("/metrics")
    @Operation(summary = "Size and activity of the store")
    public Response metrics() {
        StoreMonitor.DatabaseFigures figures = store.figures();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("total_events", statistics.totalEvents());
        body.put("db_size_mb", Math.round(figures.sizeInBytes() / 10_485.76) / 100.0);
        body.put("cache_hit_ratio", Math.round(figures.cacheHitRatio() * 1e4) / 1e4);
        body.put("active_connections", figures.activeConnections());
        return JsonResponse.value(200, body);
    }

    private static List<Map<String, Object>> labels(List<LabelCount> counts) {
        List<Map<String, Object>> labels = new ArrayList<>();
        for (LabelCount count : counts) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("label", count.label());
            entry.put("count", count.count());
            labels.add(entry);
        }
        return labels;
    }

    private record Period(Duration length, Bucket bucket) {

        static Period of(@Nullable String text) {
            return switch (text == null ? "24h" : text) {
                case "24h" -> new Period(Duration.ofHours(24), Bucket.HOUR);
                case "7d" -> new Period(Duration.ofDays(7), Bucket.DAY);
                case "30d" -> new Period(Duration.ofDays(30), Bucket.DAY);
                default ->
                    throw new ValidationException(Violation.of(
                            "enum", List.of("query", "period"), "Input should be '24h', '7d' or '30d'", text));
            };
        }

        TimeSpan endingAt(Instant now) {
            return TimeSpan.last(length, now);
        }
    }
}
