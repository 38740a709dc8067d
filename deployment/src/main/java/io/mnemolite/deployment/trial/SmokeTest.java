package io.mnemolite.deployment.trial;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.deployment.failure.DeploymentFailure;
import io.mnemolite.deployment.slot.SlotClient;
import io.mnemolite.deployment.slot.SlotClient.Answer;
import java.util.UUID;

/** One event from its storing to its deletion. */
record SmokeTest(SlotClient server) {

    private static final JsonMapper JSON = new JsonMapper();

    /** @throws DeploymentFailure with the first answer that is not as it should be */
    void run() {
        String word = "smoke" + UUID.randomUUID().toString().replace("-", "");
        ObjectNode event = JSON.createObjectNode();
        event.putObject("content").put("text", "A trial remembers " + word + ".");
        event.putObject("metadata").put("trial", word);
        Answer stored = expect(201, "storing an event", server.post("/v1/events/", event));
        String path = "/v1/events/" + stored.body().path("id").asText();
        expect(200, "reading it", server.get(path));
        ObjectNode search = JSON.createObjectNode().put("query", word).put("mode", "lexical");
        Answer found = expect(200, "searching for it", server.post("/v1/search/", search));
        if (!found.body().toString().contains(word)) {
            throw DeploymentFailure.failed("The smoke test failed: a search does not find what was just stored.");
        }
        expect(
                200,
                "changing it",
                server.patch(path + "/metadata", JSON.createObjectNode().put("changed", word)));
        Answer changed = expect(200, "reading it again", server.get(path));
        if (!changed.body().at("/metadata/changed").asText().equals(word)) {
            throw DeploymentFailure.failed("The smoke test failed: a read does not show what was just changed.");
        }
        expect(200, "listing events", server.get("/v1/events?limit=10"));
        expect(204, "deleting it", server.delete(path));
        expect(404, "reading what was deleted", server.get(path));
    }

    private static Answer expect(int status, String what, Answer answer) {
        if (answer.status() != status) {
            throw DeploymentFailure.failed("The smoke test failed: " + what + " was answered with " + answer.status()
                    + " instead of " + status + ": " + answer.body());
        }
        return answer;
    }
}
