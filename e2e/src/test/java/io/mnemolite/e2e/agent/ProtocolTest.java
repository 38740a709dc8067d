package io.mnemolite.e2e.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.e2e.Http;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Revisions, sessions and messages of every shape: what is wrong is the client's to know, never a failure of the server. */
class ProtocolTest extends AgentServers {

    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";

    @ParameterizedTest
    @ValueSource(strings = {"2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"})
    void initialize_revisionWithSessions_isTheOneServed(String version) {
        SessionClient client = SessionClient.connect(http(), "/mcp", version);

        assertThat(client.initialized().path("protocolVersion").asText()).isEqualTo(version);
        assertThat(client.initialized().path("serverInfo").path("name").asText())
                .isEqualTo("mnemolite");
        assertThat(client.initialized().path("capabilities").fieldNames())
                .toIterable()
                .contains("tools", "resources", "prompts");
        assertThat(client.initialized().path("instructions").asText()).contains("recall");
        assertThat(client.session()).isNotEmpty();
        assertThat(client.request("tools/list", Map.of()).path("result").path("tools"))
                .hasSize(7);
        client.close();
        assertThat(client.ask("ping", Map.of()).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1999-01-01", "2099-01-01", "x", ""})
    void initialize_unknownRevision_isAnsweredWithOneThatIsServed(String version) {
        McpAnswer answer = SessionClient.post(
                http(), "/mcp", Messages.initialize(1, version).toString());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.response().path("result").path("protocolVersion").asText())
                .isEqualTo(SessionClient.LATEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1999-01-01", "2025-11-26", "2026-07-27"})
    void header_unknownRevision_is400(String version) {
        McpAnswer answer = SessionClient.post(
                http(), "/mcp", PING, "Mcp-Session-Id", client().session(), "MCP-Protocol-Version", version);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error().path("message").asText()).contains(version).contains(SessionClient.LATEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "../../etc", "00000000-0000-0000-0000-000000000000"})
    void session_unknown_is404InJson(String session) {
        McpAnswer answer = SessionClient.post(http(), "/mcp", PING, "Mcp-Session-Id", session);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.http().header("Content-Type")).startsWith("application/json");
        assertThat(answer.http().sentence()).contains("Send initialize");
        assertThat(http().send("DELETE", "/mcp", "", "Mcp-Session-Id", session).status())
                .isEqualTo(404);
        assertThat(http().get("/mcp", "Mcp-Session-Id", session, "Accept", "text/event-stream")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void session_missing_isRefused() {
        assertThat(SessionClient.post(http(), "/mcp", PING)
                        .error()
                        .path("message")
                        .asText())
                .contains("initialize");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {                                                                            | -32700
            ``                                                                           | -32700
            nonsense                                                                     | -32700
            {"jsonrpc":"2.0","id":1,"method":"ping"}}                                    | -32700
            5                                                                            | -32600
            null                                                                         | -32600
            "ping"                                                                       | -32600
            {}                                                                           | -32600
            []                                                                           | -32600
            [1]                                                                          | -32600
            {"id":1,"method":"ping"}                                                     | -32600
            {"jsonrpc":"1.0","id":1,"method":"ping"}                                     | -32600
            {"jsonrpc":"2.0","id":{},"method":"ping"}                                    | -32600
            {"jsonrpc":"2.0","id":1.5,"method":"ping"}                                   | -32600
            {"jsonrpc":"2.0","id":null,"method":"ping"}                                  | -32600
            {"jsonrpc":"2.0","id":1}                                                     | -32600
            {"jsonrpc":"2.0","id":1,"method":5}                                          | -32600
            {"jsonrpc":"2.0","id":1,"method":"ping","params":[]}                         | -32600
            {"jsonrpc":"2.0","id":1,"method":"tools/list","params":"x"}                  | -32600
            {"jsonrpc":"2.0","id":1,"method":"tools/call"}                               | -32600
            {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":1}}           | -32600
            {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"recall","arguments":[]}} | -32600
            {"jsonrpc":"2.0","id":1,"method":"resources/read","params":{"uri":[]}}       | -32600
            {"jsonrpc":"2.0","id":1,"method":"prompts/get","params":{"name":{}}}         | -32600
            """)
    void message_ofWrongShape_is400(String body, int code) {
        McpAnswer answer = post(body);

        assertThat(answer.status()).as(answer.http().body()).isEqualTo(400);
        assertThat(answer.http().header("Content-Type")).startsWith("application/json");
        assertThat(answer.error().path("code").asInt()).isEqualTo(code);
        assertThat(answer.error().path("message").asText()).endsWith(".");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"jsonrpc":"2.0","id":1,"method":"nope"}                                     | -32601
            {"jsonrpc":"2.0","id":1,"method":""}                                         | -32601
            {"jsonrpc":"2.0","id":1,"method":"resources/read","params":{"uri":"x"}}      | -32002
            {"jsonrpc":"2.0","id":1,"method":"resources/read","params":{"uri":"mnemolite://event/x"}} | -32002
            {"jsonrpc":"2.0","id":1,"method":"resources/read","params":{"uri":"mnemolite://map/x"}}   | -32002
            {"jsonrpc":"2.0","id":1,"method":"prompts/get","params":{"name":"x"}}        | -32602
            """)
    void request_forWhatIsNotThere_isAnErrorOfTheProtocol(String body, int code) {
        McpAnswer answer = post(body);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.error().path("code").asInt()).as(answer.http().body()).isEqualTo(code);
        assertThat(answer.response().path("id").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "resources/subscribe",
                "resources/unsubscribe",
                "completion/complete",
                "logging/setLevel",
                "roots/list",
                "tasks/list",
                "sampling/createMessage",
                "server/discover"
            })
    void method_ofWhatIsNotOffered_isAnswered(String method) {
        McpAnswer answer = client().ask(method, Map.of("uri", "mnemolite://map/x", "level", "debug"));

        assertThat(answer.response().path("id").isIntegralNumber()).isTrue();
        assertThat(answer.status()).isBetween(200, 499);
    }

    @Test
    void batch_isAnsweredOrRefusedWhole() {
        McpAnswer answer = post("[" + PING + "," + PING.replace("\"id\":1", "\"id\":2") + "]");

        assertThat(answer.status()).isIn(200, 400);
        assertThat(answer.http().body()).isNotEmpty();
    }

    @Test
    void ids_ofBothKinds_comeBackAsTheyWere() {
        assertThat(post(PING.replace("\"id\":1", "\"id\":\"a-1\"")).response().path("id"))
                .isEqualTo(Http.tree("\"a-1\""));
        assertThat(post(PING.replace("\"id\":1", "\"id\":9007199254740993"))
                        .response()
                        .path("id")
                        .asLong())
                .isEqualTo(9007199254740993L);
    }

    @Test
    void notification_isAcceptedWithoutAnAnswer() {
        McpAnswer answer = client().post(Messages.notification("notifications/cancelled"));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.http().body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH"})
    void method_unknown_is405(String method) {
        assertThat(http().send(method, "/mcp", PING, "Mcp-Session-Id", client().session())
                        .status())
                .isEqualTo(405);
    }

    private McpAnswer post(String body) {
        return SessionClient.post(
                http(),
                "/mcp",
                body,
                "Mcp-Session-Id",
                client().session(),
                "MCP-Protocol-Version",
                SessionClient.LATEST);
    }
}
