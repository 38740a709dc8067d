package io.mnemolite.e2e.agent;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

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

    /** The params of a call of {@code index_code} that wants to hear of its progress. */
    static Map<String, ?> indexing(Path directory, String progressToken) {
        return Map.of(
                "name",
                "index_code",
                "arguments",
                Map.of("directory", directory.toString()),
                "_meta",
                Map.of("progressToken", progressToken));
    }

    /** What a line of an event stream carries; empty when it is another kind of line. */
    static Optional<String> data(String line) {
        return line.startsWith("data:")
                ? Optional.of(line.substring("data:".length()).strip())
                : Optional.empty();
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
