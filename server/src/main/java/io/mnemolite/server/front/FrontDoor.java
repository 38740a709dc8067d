package io.mnemolite.server.front;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The first thing every request meets, whatever it asks for: a name, an account, the access rules, the body limit. */
@ApplicationScoped
public class FrontDoor {

    private static final String ENDPOINT = "mnemolite.endpoint";
    private static final String ENTERED = "mnemolite.entered";
    private static final int BEFORE_EVERYTHING_ELSE = 500;
    private static final String METRICS = "/metrics";

    private final AccessRules rules;
    private final StalledStreams stalledStreams;
    private final boolean metrics;
    private final RequestAccounts accounts;
    private final Profiling profiling;
    private final CachedEventRoute cachedEvents;

    @Inject
    public FrontDoor(
            FrontDoorSettings settings,
            BrowserSession session,
            RequestAccounts accounts,
            Profiling profiling,
            CachedEventRoute cachedEvents) {
        this.rules = new AccessRules(settings, session);
        this.stalledStreams = new StalledStreams(settings.streamIdleTimeout());
        this.metrics = settings.metrics();
        this.accounts = accounts;
        this.profiling = profiling;
        this.cachedEvents = cachedEvents;
    }

    void register(@Observes Filters filters) {
        filters.register(this::enter, BEFORE_EVERYTHING_ELSE);
    }

    /** Tells the account which route template answers the request. */
    public static void endpoint(RoutingContext context, String template) {
        context.put(ENDPOINT, template);
    }

    private void enter(RoutingContext context) {
        if (context.get(ENTERED) != null) {
            // A request that was sent on to another path has been let in already.
            context.next();
            return;
        }
        context.put(ENTERED, true);
        long start = System.nanoTime();
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response();
        String path = normalized(context.normalizedPath());
        response.putHeader(RequestId.HEADER, RequestId.assign(context));
        context.addEndHandler(end -> account(context, path, start));

        AccessRules.Refusal refusal = rules.check(request, path);
        if (refusal != null) {
            if (refusal.status() == 401 && AccessRules.asksForPage(request)) {
                response.setStatusCode(303)
                        .putHeader("Location", UiPaths.login(request.uri()))
                        .end();
                return;
            }
            if (refusal.status() == 401) {
                response.putHeader("WWW-Authenticate", "Bearer");
            }
            Refusals.refuse(context, refusal.status(), refusal.sentence());
            return;
        }
        if (isMetrics(path) && !metrics) {
            Refusals.refuse(context, 404, "Not Found");
            return;
        }
        if (isMetrics(path) && !AccessRules.reads(request.method())) {
            response.putHeader("Allow", "GET, HEAD");
            Refusals.refuse(context, 405, "Method Not Allowed");
            return;
        }
        if (!limitBody(context, path)) {
            return;
        }
        if (request.method().equals(HttpMethod.GET) && cachedEvents.answer(context, path)) {
            return;
        }
        stalledStreams.watch(context, path);
        MDC.put(RequestId.LOG_KEY, RequestId.of(context));
        context.next();
    }

    /** Whether the request may go on: its stated length fits, and the reader of its body knows the limit. */
    private boolean limitBody(RoutingContext context, String path) {
        long limit = rules.maxBody(path);
        if (limit < 0) {
            context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, Long.MAX_VALUE);
            return true;
        }
        context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limit);
        String length = context.request().getHeader("Content-Length");
        if (length == null || length.length() < 7 || isWithin(length, limit)) {
            return true;
        }
        Refusals.refuse(
                context,
                413,
                "The body has " + length + " bytes, but this route accepts at most " + limit
                        + "; send less at once, or use POST /v1/events/import.");
        return false;
    }

    private static boolean isWithin(String length, long limit) {
        try {
            return Long.parseLong(length) <= limit;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private void account(RoutingContext context, String path, long start) {
        long took = System.nanoTime() - start;
        int status = context.response().getStatusCode();
        String endpoint = template(context.get(ENDPOINT), path, status);
        HttpMethod method = context.request().method();
        if (method.equals(HttpMethod.GET) && McpPaths.covers(path)) {
            accounts.count(endpoint, method.name(), status);
        } else {
            accounts.record(endpoint, method.name(), status, took);
            profiling.end(context, endpoint, took);
        }
    }

    private static String template(@Nullable String known, String path, int status) {
        if (known != null) {
            return known;
        }
        if (path.equals(METRICS)) {
            return path;
        }
        if (path.startsWith("/webjars/")) {
            return "/webjars/{asset}";
        }
        if (path.startsWith(UiPaths.ASSETS)) {
            return UiPaths.ASSETS + "{asset}";
        }
        // Paths that no route knows share one label: each of them as a label of its own would be an attack's gift.
        return status == 401 || status == 403 || status == 413 ? "refused" : "unmatched";
    }

    /** A library's route, which answers any method and whatever lies below it. */
    private static boolean isMetrics(String path) {
        return path.equals(METRICS) || path.startsWith(METRICS + "/");
    }

    private static String normalized(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
