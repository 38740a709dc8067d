package io.mnemolite.server.mcp.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.mnemolite.server.front.FrontDoor;
import io.mnemolite.server.front.FrontDoorSettings;
import io.mnemolite.server.front.McpPaths;
import io.mnemolite.server.request.Json;
import io.mnemolite.server.request.ValidationException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What requests for agents meet after the front door: a limit on how many are under way, a check of their messages' shape, the
 * binding to a project by the path; then the stateless revision answers itself, and sessions go on to the extension.
 */
@ApplicationScoped
public class Entrance {

    private static final int AFTER_THE_FRONT_DOOR = 400;
    private static final int AFTER_THE_BODY = 399;
    private static final int LONGEST_PROJECT = 200;

    private final BodyHandler body;
    private final Stateless stateless;
    private final SessionGuard sessions = new SessionGuard();
    private final McpSettings settings;
    private final AtomicInteger underWay = new AtomicInteger();

    @Inject
    public Entrance(FrontDoorSettings frontDoor, Stateless stateless, McpSettings settings) {
        this.body = BodyHandler.create(false).setBodyLimit(frontDoor.maxBodyBytes());
        this.stateless = stateless;
        this.settings = settings;
    }

    void register(@Observes Filters filters) {
        filters.register(this::enter, AFTER_THE_FRONT_DOOR);
        filters.register(this::check, AFTER_THE_BODY);
    }

    private void enter(RoutingContext context) {
        String path = context.normalizedPath();
        if (!McpPaths.covers(path) || Calls.isBound(context)) {
            context.next();
            return;
        }
        FrontDoor.endpoint(context, McpPaths.template(path));
        if (!context.request().method().equals(HttpMethod.POST)) {
            context.next();
            return;
        }
        if (underWay.incrementAndGet() > settings.maxConcurrentRequests()) {
            underWay.decrementAndGet();
            JsonRpc.refuseForLater(
                    context,
                    settings.maxConcurrentRequests()
                            + " requests of agents are under way already (mcp.max-concurrent-requests); try again in a second.");
            return;
        }
        context.addEndHandler(end -> underWay.decrementAndGet());
        body.handle(context);
    }

    private void check(RoutingContext context) {
        String path = context.normalizedPath();
        if (!McpPaths.covers(path) || Calls.isBound(context)) {
            context.next();
            return;
        }
        if (context.request().method().equals(HttpMethod.POST)) {
            JsonNode message = wellFormed(context);
            if (message == null) {
                return;
            }
            Calls.keep(context, message);
        }
        Optional<String> project = McpPaths.project(path);
        if (project.isPresent()) {
            String name = URLDecoder.decode(project.get().replace("+", "%2B"), StandardCharsets.UTF_8)
                    .strip();
            if (name.isEmpty() || name.length() > LONGEST_PROJECT) {
                JsonRpc.refuse(
                        context,
                        404,
                        null,
                        JsonRpc.INVALID_REQUEST,
                        "A project's name has 1 to " + LONGEST_PROJECT + " characters.");
                return;
            }
            Calls.bind(context, name);
        }
        if (stateless.isAddressed(context)) {
            stateless.answer(context);
        } else if (hasUnknownVersion(context)) {
            JsonRpc.refuse(
                    context,
                    400,
                    null,
                    JsonRpc.INVALID_REQUEST,
                    "The header " + ProtocolVersions.HEADER + " is '"
                            + context.request().getHeader(ProtocolVersions.HEADER) + "'; send one of "
                            + ProtocolVersions.WITH_SESSIONS.stream().sorted().toList() + " or "
                            + ProtocolVersions.STATELESS + ".");
        } else if (sessions.takes(context, path)) {
            if (project.isPresent()) {
                context.reroute(McpPaths.ROOT);
            } else {
                context.next();
            }
        }
    }

    /** The message of the body, or null after it was refused. */
    private static @Nullable JsonNode wellFormed(RoutingContext context) {
        Buffer body = context.body().buffer();
        if (body == null || isBlank(body)) {
            JsonRpc.refuse(context, 400, null, JsonRpc.PARSE_ERROR, "The body is empty; send a JSON-RPC message.");
            return null;
        }
        JsonNode message;
        try {
            message = Json.parseUnchecked(body.getBytes());
        } catch (ValidationException e) {
            JsonRpc.refuse(context, 400, null, JsonRpc.PARSE_ERROR, Failures.sentence(e));
            return null;
        }
        Optional<String> problem = message instanceof ArrayNode batch ? problem(batch) : JsonRpc.problem(message);
        if (problem.isPresent()) {
            JsonNode id = message.path("id");
            JsonRpc.refuse(
                    context,
                    400,
                    id.isTextual() || id.isIntegralNumber() ? id : null,
                    JsonRpc.INVALID_REQUEST,
                    problem.get());
            return null;
        }
        return message;
    }

    private static boolean isBlank(Buffer body) {
        return body.length() == 0 || (body.getByte(0) <= ' ' && body.toString().isBlank());
    }

    private static Optional<String> problem(ArrayNode batch) {
        if (batch.isEmpty()) {
            return Optional.of("The batch is empty; send a message.");
        }
        for (JsonNode message : batch) {
            Optional<String> problem = JsonRpc.problem(message);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private static boolean hasUnknownVersion(RoutingContext context) {
        String version = context.request().getHeader(ProtocolVersions.HEADER);
        return version != null && !ProtocolVersions.WITH_SESSIONS.contains(version);
    }
}
