package io.mnemolite.e2e.agent;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Builds messages of JSON-RPC. */
final class Messages {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Messages() {}

    static ObjectNode request(long id, String method, Map<String, ?> params) {
        ObjectNode message = notification(method).put("id", id);
        message.set("params", MAPPER.valueToTree(params));
        return message;
    }

    static ObjectNode notification(String method) {
        return MAPPER.createObjectNode().put("jsonrpc", "2.0").put("method", method);
    }

    /** The message with which a session begins. */
    static ObjectNode initialize(long id, String version) {
        return request(
                id,
                "initialize",
                Map.of(
                        "protocolVersion",
                        version,
                        "capabilities",
                        Map.of(),
                        "clientInfo",
                        Map.of("name", "test", "version", "1")));
    }
}
