package io.mnemolite.cli.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.cli.api.Json;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads what a server answers to a request: one document, or a stream of messages of which one is the response. */
final class Answer {

    private Answer() {}

    /**
     * @param others takes every other message, in order, before the response is returned
     * @return the response, or null when the answer ended without it
     */
    static @Nullable JsonNode read(HttpReply reply, Message request, Consumer<JsonNode> others) throws IOException {
        if (!reply.isEventStream()) {
            JsonNode document = Json.parse(reply.body().readAllBytes());
            return request.isAnsweredBy(document) ? document : null;
        }
        EventStream events = new EventStream(reply.body());
        for (String event = events.next(); event != null; event = events.next()) {
            JsonNode message = Json.parse(event);
            if (request.isAnsweredBy(message)) {
                return message;
            }
            others.accept(message);
        }
        return null;
    }

    /** The JSON-RPC error of an answer that says no, as the response to the request; null when there is none. */
    static @Nullable JsonNode error(HttpReply reply, Message request) throws IOException {
        try {
            JsonNode document = Json.parse(reply.body().readAllBytes());
            if (document instanceof ObjectNode object && object.path("error").isObject()) {
                return object.set("id", request.id());
            }
        } catch (JsonProcessingException e) {
            // Something else than MCP has answered.
        }
        return null;
    }
}
