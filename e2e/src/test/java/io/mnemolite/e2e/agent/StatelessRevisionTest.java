package io.mnemolite.e2e.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The revision without sessions, beside the others at the same address. */
class StatelessRevisionTest extends AgentServers {

    @Test
    void discover_saysWhatIsServed() {
        JsonNode result = stateless().request("server/discover", Map.of()).path("result");

        assertThat(result.path("supportedVersions").toString()).contains(StatelessClient.VERSION);
        assertThat(result.path("capabilities").fieldNames()).toIterable().contains("tools", "resources", "prompts");
        assertThat(result.path("instructions").asText()).contains("recall");
        assertThat(result.at("/_meta/io.modelcontextprotocol~1serverInfo/name").asText())
                .isEqualTo("mnemolite");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tools", "prompts", "resources", "resourceTemplates"})
    void lists_areThoseOfASession(String list) {
        String method = list.equals("resourceTemplates") ? "resources/templates/list" : list + "/list";

        JsonNode here = stateless().request(method, Map.of()).path("result").path(list);
        JsonNode there = client().request(method, Map.of()).path("result").path(list);

        assertThat(byName(here)).isEqualTo(byName(there));
    }

    /** Each entry without the empty lists that the session's form carries along. */
    private static Map<String, JsonNode> byName(JsonNode list) {
        Map<String, JsonNode> byName = new HashMap<>();
        list.forEach(entry -> byName.put(
                entry.path("name").asText(), ((ObjectNode) entry.deepCopy()).without(List.of("icons", "arguments"))));
        return byName;
    }

    @Test
    void memory_isTheSameAsInASession() {
        String id = stateless().remember("a stateless hoopoe");

        assertThat(client().call("recall", Map.of("query", "hoopoe", "mode", "words"))
                        .text())
                .contains(id);
        assertThat(stateless().call("get", Map.of("ids", List.of(id))).structured())
                .isEqualTo(client().call("get", Map.of("ids", List.of(id))).structured());
        assertThat(stateless()
                        .request("resources/read", Map.of("uri", "mnemolite://event/" + id))
                        .at("/result/contents/0/text")
                        .asText())
                .isEqualTo("a stateless hoopoe");
        assertThat(stateless()
                        .request("prompts/get", Map.of("name", "boot"))
                        .at("/result/messages/0/content/text")
                        .asText())
                .contains("hoopoe");
    }

    @Test
    void badArguments_areAResultThatSaysSo() {
        ToolReply reply = stateless().call("recall", Map.of("limit", 0));

        assertThat(reply.failure()).contains("'limit' is 0");
    }

    @Test
    void headers_otherThanTheBody_are400() {
        String body = call("recall");

        assertRefused(post(body), -32020, "MCP-Protocol-Version");
        assertRefused(post(body, "MCP-Protocol-Version", "2025-11-25"), -32020, "2025-11-25");
        assertRefused(post(body, "MCP-Protocol-Version", StatelessClient.VERSION), -32020, "Mcp-Method");
        assertRefused(with(body, "Mcp-Method", "tools/list"), -32020, "Mcp-Method");
        assertRefused(with(body, "Mcp-Method", "tools/call"), -32020, "Mcp-Name");
        assertRefused(with(body, "Mcp-Method", "tools/call", "Mcp-Name", "forget"), -32020, "Mcp-Name");
        String wrapped =
                "=?base64?" + Base64.getEncoder().encodeToString("recall".getBytes(StandardCharsets.UTF_8)) + "?=";
        assertThat(with(body, "Mcp-Method", "tools/call", "Mcp-Name", wrapped).status())
                .isEqualTo(200);
        assertRefused(with(body, "Mcp-Method", "tools/call", "Mcp-Name", "=?base64?%?="), -32020, "Mcp-Name");
    }

    @Test
    void laterRevision_is400WithWhatIsSupported() {
        Map<String, Object> meta = new HashMap<>(StatelessClient.META);
        meta.put("io.modelcontextprotocol/protocolVersion", "2099-01-01");
        String body = Messages.request(1, "tools/list", Map.of("_meta", meta)).toString();

        McpAnswer answer = post(body, "MCP-Protocol-Version", "2099-01-01", "Mcp-Method", "tools/list");

        assertRefused(answer, -32022, "2099-01-01");
        assertThat(answer.error().at("/data/supported").toString()).contains(StatelessClient.VERSION);
    }

    @Test
    void unknownMethod_is404() {
        McpAnswer answer = stateless().ask("nope", Map.of());

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.error().path("code").asInt()).isEqualTo(-32601);
    }

    @Test
    void initializeAndOtherMethods_haveNoPlaceHere() {
        assertThat(stateless().ask("initialize", Map.of()).status()).isEqualTo(404);
        assertThat(http().get("/mcp", "MCP-Protocol-Version", StatelessClient.VERSION)
                        .status())
                .isEqualTo(405);
        assertThat(http().send("DELETE", "/mcp", "", "MCP-Protocol-Version", StatelessClient.VERSION)
                        .status())
                .isEqualTo(405);
    }

    private StatelessClient stateless() {
        return new StatelessClient(http(), "/mcp");
    }

    private static String call(String tool) {
        return Messages.request(
                        1, "tools/call", Map.of("name", tool, "arguments", Map.of(), "_meta", StatelessClient.META))
                .toString();
    }

    private McpAnswer with(String body, String... headers) {
        return post(body, SessionClient.concat(headers, "MCP-Protocol-Version", StatelessClient.VERSION));
    }

    private McpAnswer post(String body, String... headers) {
        return SessionClient.post(http(), "/mcp", body, headers);
    }

    private static void assertRefused(McpAnswer answer, int code, String sentence) {
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(400);
        assertThat(answer.error().path("code").asInt()).isEqualTo(code);
        assertThat(answer.error().path("message").asText()).contains(sentence);
    }
}
