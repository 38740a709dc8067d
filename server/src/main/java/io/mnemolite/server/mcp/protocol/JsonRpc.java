package io.mnemolite.server.mcp.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.server.mcp.tool.Wire;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Messages of JSON-RPC 2.0. */
final class JsonRpc {

    static final int PARSE_ERROR = -32700;
    static final int INVALID_REQUEST = -32600;
    static final int METHOD_NOT_FOUND = -32601;

    private static final int OVERLOADED = -32000;

    private JsonRpc() {}

    static ObjectNode result(JsonNode id, ObjectNode result) {
        return envelope(id).set("result", result);
    }

    static ObjectNode error(@Nullable JsonNode id, int code, String sentence, @Nullable ObjectNode data) {
        ObjectNode message = envelope(id == null ? NullNode.instance : id);
        ObjectNode error = message.putObject("error").put("code", code).put("message", sentence);
        if (data != null) {
            error.set("data", data);
        }
        return message;
    }

    /** Answers a request that goes no further. */
    static void refuse(RoutingContext context, int status, @Nullable JsonNode id, int code, String sentence) {
        send(context, status, error(id, code, sentence, null));
    }

    /** Answers that there is too much to do, and when to come again. */
    static void refuseForLater(RoutingContext context, String sentence) {
        context.response().putHeader("Retry-After", "1");
        refuse(context, 503, null, OVERLOADED, sentence);
    }

    static void send(RoutingContext context, int status, ObjectNode message) {
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(Buffer.buffer(message.toString()));
    }

    /** What is wrong with the shape of a message, as a sentence; empty when nothing is. */
    static Optional<String> problem(JsonNode message) {
        if (!message.isObject() || !message.path("jsonrpc").asText().equals("2.0")) {
            return Optional.of("A message is a JSON object with \"jsonrpc\": \"2.0\".");
        }
        JsonNode id = message.path("id");
        if (!id.isMissingNode() && !id.isTextual() && !id.isIntegralNumber()) {
            return Optional.of("The id of a message is a string or a whole number.");
        }
        if (!message.has("method")) {
            return message.has("result") || message.has("error")
                    ? Optional.empty()
                    : Optional.of("The message has no method; send one such as tools/list.");
        }
        JsonNode params = message.path("params");
        if (!message.path("method").isTextual() || !(params.isMissingNode() || params.isObject())) {
            return Optional.of("The method of a message is a string, and its params are an object.");
        }
        return problemOfParams(message.path("method").textValue(), params);
    }

    private static Optional<String> problemOfParams(String method, JsonNode params) {
        JsonNode token = params.path("_meta").path("progressToken");
        if (!isObjectIfAny(params, "_meta")
                || !(token.isMissingNode() || token.isTextual() || token.isIntegralNumber())) {
            return Optional.of("_meta is an object, and its progressToken a string or a whole number.");
        }
        return switch (method) {
            case "tools/call", "prompts/get" ->
                params.path("name").isTextual() && isObjectIfAny(params, "arguments")
                        ? Optional.empty()
                        : Optional.of(
                                "The params have a 'name', which is a string, and 'arguments', which are an object.");
            case "resources/read" ->
                params.path("uri").isTextual()
                        ? Optional.empty()
                        : Optional.of("The params have a 'uri', which is a string.");
            default ->
                params.path("cursor").isMissingNode() || params.path("cursor").isTextual()
                        ? Optional.empty()
                        : Optional.of("The cursor is a string, as a list gave it.");
        };
    }

    private static boolean isObjectIfAny(JsonNode params, String field) {
        return params.path(field).isMissingNode() || params.path(field).isObject();
    }

    private static ObjectNode envelope(JsonNode id) {
        return Wire.MAPPER.createObjectNode().put("jsonrpc", "2.0").set("id", id);
    }
}
