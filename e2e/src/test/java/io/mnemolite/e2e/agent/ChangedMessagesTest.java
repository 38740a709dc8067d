package io.mnemolite.e2e.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.e2e.Http;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Good messages of which one value is another: whatever is sent, the fault is the client's, and no failure of the server. */
class ChangedMessagesTest extends AgentServers {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final List<String> VALUES =
            List.of("null", "{}", "[]", "[null]", "\"\"", "\"x\"", "-1", "1.5", "99999999999999999999", "true");

    private final Map<String, String> messages = Map.ofEntries(
            Map.entry("tools/list", "{\"cursor\":\"\"}"),
            Map.entry("logging/setLevel", "{\"level\":\"info\"}"),
            Map.entry(
                    "completion/complete",
                    "{\"ref\":{\"type\":\"ref/prompt\",\"name\":\"boot\"},\"argument\":{\"name\":\"a\",\"value\":\"b\"}}"),
            Map.entry("resources/read", "{\"uri\":\"mnemolite://map/x\"}"),
            Map.entry("prompts/get", "{\"name\":\"boot\",\"arguments\":{\"a\":\"b\"}}"),
            Map.entry("remember", "{\"text\":\"x\",\"metadata\":{\"a\":1},\"links\":[],\"timestamp\":\"2026-01-01\"}"),
            Map.entry(
                    "recall",
                    "{\"query\":\"x\",\"metadata\":{\"a\":1},\"limit\":1,\"recency_days\":2,\"explain\":true}"),
            Map.entry("get", "{\"ids\":[\"01890a5d-ac96-774b-bcce-b302099a8057\"],\"offset\":1,\"max_tokens\":500}"),
            Map.entry("forget", "{\"metadata\":{\"a\":1},\"since\":\"2026-01-01\",\"dry_run\":true}"),
            Map.entry("search_code", "{\"query\":\"x\",\"mode\":\"regex\",\"repository\":\"x\",\"lines\":1}"),
            Map.entry("explore_code", "{\"action\":\"map\",\"symbol\":\"x\",\"repository\":\"x\",\"depth\":1}"),
            Map.entry("index_code", "{\"directory\":\"/nowhere\",\"repository\":\"x\"}"));

    @ParameterizedTest
    @MethodSource("names")
    void messageOfASession_withAnotherValueAnywhere_isNoFailureOfTheServer(String name) {
        assertNoFailure(message(name), "Mcp-Session-Id", client().session());
    }

    @ParameterizedTest
    @MethodSource("names")
    void statelessMessage_withAnotherValueAnywhere_isNoFailureOfTheServer(String name) {
        ObjectNode message = message(name);
        ObjectNode meta = message.withObject("/params/_meta");
        meta.put("io.modelcontextprotocol/protocolVersion", StatelessClient.VERSION);
        meta.putObject("io.modelcontextprotocol/clientCapabilities");
        JsonNode params = message.path("params");
        assertNoFailure(
                message,
                "MCP-Protocol-Version",
                StatelessClient.VERSION,
                "Mcp-Method",
                message.path("method").asText(),
                "Mcp-Name",
                params.path(params.has("uri") ? "uri" : "name").asText("none"));
    }

    private Stream<String> names() {
        return messages.keySet().stream().sorted();
    }

    private void assertNoFailure(ObjectNode message, String... headers) {
        List<String> failed = new ArrayList<>();
        for (ObjectNode changed : changed(message)) {
            String answer = answer(changed, headers);
            if (answer.startsWith("5") || answer.contains("-32603") || answer.contains("unexpected failure")) {
                failed.add(changed + " -> " + answer);
            }
        }
        assertThat(failed).isEmpty();
    }

    /** The status and the body; one that never comes is a failure too. */
    private String answer(ObjectNode message, String... headers) {
        try {
            McpAnswer answer = SessionClient.post(SOON, http(), "/mcp", message.toString(), headers);
            return answer.status() + " " + answer.http().body();
        } catch (UncheckedIOException e) {
            return "504 no answer within " + SOON;
        }
    }

    private ObjectNode message(String name) {
        JsonNode params = Http.tree(messages.getOrDefault(name, "{}"));
        boolean isMethod = name.contains("/");
        ObjectNode message = Messages.request(1, isMethod ? name : "tools/call", Map.of());
        ObjectNode given = message.withObject("/params");
        if (isMethod) {
            given.setAll((ObjectNode) params);
        } else {
            given.put("name", name).set("arguments", params);
        }
        given.putObject("_meta").put("progressToken", "p").put("io.mnemolite/idempotency-key", "k-" + name);
        return message;
    }

    /** The message with each of its values in turn replaced by each of the others. */
    private static List<ObjectNode> changed(ObjectNode message) {
        List<ObjectNode> changed = new ArrayList<>();
        for (String pointer : pointers(message, "")) {
            for (String value : VALUES) {
                ObjectNode copy = message.deepCopy();
                int last = pointer.lastIndexOf('/');
                JsonNode parent = copy.at(pointer.substring(0, last));
                String key = pointer.substring(last + 1).replace("~1", "/");
                if (parent instanceof ObjectNode object) {
                    object.set(key, Http.tree(value));
                } else {
                    ((ArrayNode) parent).set(Integer.parseInt(key), Http.tree(value));
                }
                changed.add(copy);
            }
        }
        return changed;
    }

    private static List<String> pointers(JsonNode node, String at) {
        List<String> pointers = new ArrayList<>();
        node.properties().forEach(field -> {
            String pointer = at + "/" + field.getKey().replace("/", "~1");
            pointers.add(pointer);
            pointers.addAll(pointers(field.getValue(), pointer));
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            pointers.add(at + "/" + i);
            pointers.addAll(pointers(node.get(i), at + "/" + i));
        }
        return pointers;
    }
}
