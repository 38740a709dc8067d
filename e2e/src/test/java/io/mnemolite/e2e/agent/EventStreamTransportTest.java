package io.mnemolite.e2e.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.e2e.Polling;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The transport of the revision 2024-11-05, which old clients know alone. */
class EventStreamTransportTest extends AgentServers {

    @Test
    void session_offersAndCallsTheTools() {
        try (EventStreamClient client = EventStreamClient.connect(http())) {
            assertThat(client.initialized().path("protocolVersion").asText()).isEqualTo(EventStreamClient.VERSION);
            assertThat(client.request("ping", Map.of()).has("result")).isTrue();
            assertThat(client.request("tools/list", Map.of()).path("result").path("tools"))
                    .hasSize(7);

            String id = client.call("remember", Map.of("text", "The stream of the old transport is heard."))
                    .expected()
                    .path("id")
                    .asText();

            assertThat(client.call("get", Map.of("ids", List.of(id))).text())
                    .contains("The stream of the old transport is heard.");
            assertThat(client.call("get", Map.of("ids", "no list")).isError()).isTrue();
        }
    }

    @Test
    void twoClients_hearTheirOwnAnswersOnly() {
        try (EventStreamClient first = EventStreamClient.connect(http());
                EventStreamClient second = EventStreamClient.connect(http())) {
            assertThat(first.address()).isNotEqualTo(second.address());

            // Either counts its own ids, so that an answer on the wrong stream is noticed as well.
            CompletableFuture<Void> firsts = CompletableFuture.runAsync(() -> remembersAndRecalls(first, "harbour"));
            CompletableFuture<Void> seconds = CompletableFuture.runAsync(() -> remembersAndRecalls(second, "orchard"));

            CompletableFuture.allOf(firsts, seconds).join();
        }
    }

    private static void remembersAndRecalls(EventStreamClient client, String word) {
        for (int i = 0; i < 20; i++) {
            String id = client.remember("The " + word + " has the number " + i);

            assertThat(client.call("get", Map.of("ids", List.of(id))).text()).contains(word + " has the number " + i);
        }
    }

    @Test
    void unknownMethod_isRefusedByTheStatus_sinceNobodyWouldReadTheBody() {
        try (EventStreamClient client = EventStreamClient.connect(http())) {
            McpAnswer refused = client.post(Messages.request(99, "tools/burn", Map.of()));

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.error().path("message").asText()).isEqualTo("There is no method 'tools/burn'.");
            assertThat(client.request("ping", Map.of()).has("result")).isTrue();
        }
    }

    @Test
    void brokenStream_endsItsSession() {
        EventStreamClient client = EventStreamClient.connect(http());
        client.close();

        Polling.until("messages of a broken stream are refused", Duration.ofSeconds(10), () -> {
            int status = client.post(Messages.request(7, "ping", Map.of())).status();
            return status >= 400 && status < 500;
        });
        assertThat(SessionClient.post(
                                http(), "/mcp/messages/unknown", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}")
                        .status())
                .isBetween(400, 499);
    }
}
