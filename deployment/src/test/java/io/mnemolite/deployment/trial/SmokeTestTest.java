package io.mnemolite.deployment.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.deployment.failure.DeploymentFailure;
import io.mnemolite.deployment.slot.ScriptedServer;
import io.mnemolite.deployment.slot.ScriptedServer.Reply;
import io.mnemolite.deployment.slot.SlotClient;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On a server with one event, which can be made to go wrong. */
class SmokeTestTest {

    private ScriptedServer server;
    private SlotClient client;
    private volatile String stored = "";
    private volatile String refused = "";
    private volatile boolean findsNothing;
    private volatile boolean keepsEverything;
    private volatile boolean changesNothing;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer(this::reply);
        client = new SlotClient(server.port(), null);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private Reply reply(String request, String body) {
        if (request.equals(refused)) {
            return new Reply(503, "{\"detail\":\"busy\"}");
        }
        return switch (request) {
            case "POST /v1/events/" -> {
                stored = body;
                yield new Reply(201, "{\"id\":\"1\"}");
            }
            case "POST /v1/search/" ->
                new Reply(200, findsNothing ? "{\"events\":[]}" : "{\"events\":[" + stored + "]}");
            case "PATCH /v1/events/1/metadata" -> {
                stored = changesNothing
                        ? stored
                        : stored.replace("\"metadata\":{", "\"metadata\":" + body.replace("}", ","));
                yield new Reply(200, "{}");
            }
            case "DELETE /v1/events/1" -> {
                stored = keepsEverything ? stored : "";
                yield new Reply(204, "");
            }
            case "GET /v1/events/1" -> stored.isEmpty() ? new Reply(404, "{}") : new Reply(200, stored);
            default -> new Reply(200, "{\"events\":[]}");
        };
    }

    @Test
    void run_serverThatWorks_leavesNothingBehind() {
        new SmokeTest(client).run();

        assertThat(stored).isEmpty();
        assertThat(server.requests())
                .containsExactly(
                        "POST /v1/events/",
                        "GET /v1/events/1",
                        "POST /v1/search/",
                        "PATCH /v1/events/1/metadata",
                        "GET /v1/events/1",
                        "GET /v1/events?limit=10",
                        "DELETE /v1/events/1",
                        "GET /v1/events/1");
    }

    @ParameterizedTest
    @CsvSource({
        "POST /v1/events/, storing an event, 201",
        "GET /v1/events/1, reading it, 200",
        "POST /v1/search/, searching for it, 200",
        "PATCH /v1/events/1/metadata, changing it, 200",
        "GET /v1/events?limit=10, listing events, 200",
        "DELETE /v1/events/1, deleting it, 204"
    })
    void run_wrongAnswer_saysWhichAndIsTheEnd(String request, String what, int expected) {
        refused = request;

        assertThatThrownBy(() -> new SmokeTest(client).run())
                .isInstanceOf(DeploymentFailure.class)
                .hasMessage("The smoke test failed: " + what + " was answered with 503 instead of " + expected
                        + ": {\"detail\":\"busy\"}");
        assertThat(server.requests()).last().isEqualTo(request);
    }

    @Test
    void run_searchThatFindsNothing_isSaid() {
        findsNothing = true;

        assertThatThrownBy(() -> new SmokeTest(client).run())
                .isInstanceOf(DeploymentFailure.class)
                .hasMessage("The smoke test failed: a search does not find what was just stored.");
    }

    @Test
    void run_changeThatIsLost_isSaid() {
        changesNothing = true;

        assertThatThrownBy(() -> new SmokeTest(client).run())
                .isInstanceOf(DeploymentFailure.class)
                .hasMessage("The smoke test failed: a read does not show what was just changed.");
    }

    @Test
    void run_deletedEventIsStillThere_isSaid() {
        keepsEverything = true;

        assertThatThrownBy(() -> new SmokeTest(client).run())
                .isInstanceOf(DeploymentFailure.class)
                .hasMessageStartingWith(
                        "The smoke test failed: reading what was deleted was answered with 200 instead of 404: ");
    }
}
