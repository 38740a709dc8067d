package io.mnemolite.cli.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.cli.api.Json;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One JSON-RPC message of the client: a request, a notification, or the response to a request of the server. */
record Message(ObjectNode tree) {

    private static final String VERSION = "io.modelcontextprotocol/protocolVersion";
    private static final String IDEMPOTENCY_KEY = "io.mnemolite/idempotency-key";

    static Message parse(byte[] line) throws MalformedMessage {
        JsonNode tree = tree(line);
        if (tree.isArray()) {
            throw invalid("The line is a batch of messages; send each message on a line of its own.");
        }
        if (!(tree instanceof ObjectNode object)
                || !object.path("jsonrpc").asText().equals("2.0")) {
            throw invalid("The line is no JSON-RPC 2.0 message; send an object with \"jsonrpc\": \"2.0\".");
        }
        JsonNode id = object.path("id");
        if (!id.isMissingNode() && !id.isTextual() && !id.isNumber()) {
            throw invalid("The id " + Json.print(id) + " is neither a string nor a number.");
        }
        boolean isResponse = object.has("result") || object.has("error");
        if (object.has("method") ? !object.path("method").isTextual() : !(isResponse && object.has("id"))) {
            throw invalid("The message names no method and is no response; give \"method\" as a string.");
        }
        return new Message(object);
    }

    private static JsonNode tree(byte[] line) throws MalformedMessage {
        try {
            return Json.parse(line);
        } catch (JsonProcessingException e) {
            throw new MalformedMessage(
                    MalformedMessage.NOT_JSON, "The line is not JSON (" + e.getOriginalMessage() + ").");
        } catch (IOException e) {
            throw new MalformedMessage(MalformedMessage.NOT_JSON, "The line is not UTF-8.");
        }
    }

    private static MalformedMessage invalid(String sentence) {
        return new MalformedMessage(MalformedMessage.INVALID, sentence);
    }

    /** Whether an answer is due. */
    boolean isRequest() {
        return tree.has("method") && tree.has("id");
    }

    /** Whether it asks for a stream of changes, which may be silent for ever and ends with the client. */
    boolean isEndless() {
        return method().equals("subscriptions/listen");
    }

    /** Empty for a response. */
    String method() {
        return tree.path("method").asText();
    }

    JsonNode id() {
        return tree.path("id");
    }

    /** The revision that the message names for itself, as those without a handshake do (2026-07-28). */
    Optional<String> ownVersion() {
        return Optional.ofNullable(
                tree.path("params").path("_meta").path(VERSION).textValue());
    }

    /** What the method is applied to: the name of a tool or prompt, or the URI of a resource; null for others. */
    @Nullable
    String subject() {
        JsonNode params = tree.path("params");
        return switch (method()) {
            case "tools/call", "prompts/get" -> params.path("name").textValue();
            case "resources/read" -> params.path("uri").textValue();
            default -> null;
        };
    }

    /** The request that a cancellation names; missing for every other message. */
    JsonNode cancelled() {
        return method().equals("notifications/cancelled")
                ? tree.path("params").path("requestId")
                : MissingNode.getInstance();
    }

    /** Gives the call of a tool a key by which the server knows it when it comes again; one that it has stays. */
    void makeRepeatable() {
        if (method().equals("tools/call") && tree.path("params") instanceof ObjectNode params) {
            JsonNode meta = params.path("_meta");
            if (meta.isMissingNode()) {
                meta = params.putObject("_meta");
            }
            if (meta instanceof ObjectNode object && !object.has(IDEMPOTENCY_KEY)) {
                object.put(IDEMPOTENCY_KEY, UUID.randomUUID().toString());
            }
        }
    }

    byte[] body() {
        return Json.bytes(tree);
    }

    /** Whether a message of the server answers this request. */
    boolean isAnsweredBy(JsonNode other) {
        return !other.has("method")
                && (other.has("result") || other.has("error"))
                && other.path("id").equals(id());
    }
}
