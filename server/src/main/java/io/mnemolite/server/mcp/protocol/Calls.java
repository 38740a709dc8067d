package io.mnemolite.server.mcp.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.core.code.Sha256;
import io.mnemolite.core.event.IdempotencyKey;
import io.mnemolite.server.mcp.tool.Arguments;
import io.mnemolite.server.mcp.tool.ToolCall;
import io.mnemolite.server.mcp.tool.Wire;
import io.vertx.ext.web.RoutingContext;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The circumstances of a call, from the request that brings it. */
final class Calls {

    /** What a request's context keeps the project under that its path binds it to. */
    private static final String PROJECT = "mnemolite.mcp.project";

    /** What a request's context keeps its message under. */
    private static final String MESSAGE = "mnemolite.mcp.message";

    /** In {@code _meta}: the same call may come again under this key, after its answer was lost. */
    private static final String IDEMPOTENCY_KEY = "io.mnemolite/idempotency-key";

    private static final int LONGEST_KEY = 200;

    private Calls() {}

    static void bind(RoutingContext context, String project) {
        context.put(PROJECT, project);
    }

    static boolean isBound(RoutingContext context) {
        return context.get(PROJECT) != null;
    }

    static void keep(RoutingContext context, JsonNode message) {
        context.put(MESSAGE, message);
    }

    /** The message of a request, with every digit of its numbers. */
    static JsonNode message(RoutingContext context) {
        JsonNode message = context.get(MESSAGE);
        return message == null ? Wire.MAPPER.createObjectNode() : message;
    }

    static JsonNode arguments(JsonNode message) {
        JsonNode arguments = message.path("params").path("arguments");
        return arguments.isMissingNode() ? Wire.MAPPER.createObjectNode() : arguments;
    }

    static ToolCall call(
            @Nullable RoutingContext context, JsonNode message, ToolCall.Progress progress, BooleanSupplier cancelled) {
        String project = context == null ? null : context.get(PROJECT);
        return new ToolCall(project, key(message, project), progress, cancelled);
    }

    private static @Nullable IdempotencyKey key(JsonNode message, @Nullable String project) {
        JsonNode key = message.path("params").path("_meta").path(IDEMPOTENCY_KEY);
        if (key.isMissingNode()) {
            return null;
        }
        if (!key.isTextual() || key.textValue().isBlank() || key.textValue().length() > LONGEST_KEY) {
            throw Arguments.invalid(
                    "_meta." + IDEMPOTENCY_KEY + " is a string of 1 to " + LONGEST_KEY + " characters.");
        }
        return new IdempotencyKey(
                key.textValue(),
                // What one project stored is nothing to another.
                "mcp " + message.path("params").path("name").asText() + (project == null ? "" : " of " + project),
                Sha256.of(arguments(message).toString()).toString());
    }
}
