package io.mnemolite.e2e.agent;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** A client of the Model Context Protocol, whatever carries its messages. */
interface McpClient extends AutoCloseable {

    /** The message that answers a request: with a result, or with an error. */
    JsonNode request(String method, Map<String, ?> params);

    /** The result of a tool. */
    default ToolReply call(String tool, Map<String, ?> arguments) {
        return ToolReply.of(request("tools/call", Map.of("name", tool, "arguments", arguments)));
    }

    /** The id under which the text is remembered. */
    default String remember(String text) {
        return call("remember", Map.of("text", text)).expected().path("id").asText();
    }

    @Override
    default void close() {}
}
