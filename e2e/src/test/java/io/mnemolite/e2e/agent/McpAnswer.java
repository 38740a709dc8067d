package io.mnemolite.e2e.agent;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.e2e.Http;
import java.util.List;

/** An answer of the endpoint: a message, or a stream of events with one each. */
record McpAnswer(Http.Answer http) {

    boolean isStream() {
        return http.header("Content-Type").startsWith("text/event-stream");
    }

    int status() {
        return http.status();
    }

    /** All messages in their order. */
    List<JsonNode> messages() {
        if (!isStream()) {
            return List.of(http.json());
        }
        return http.body()
                .lines()
                .flatMap(line -> Messages.data(line).stream())
                .map(Http::tree)
                .toList();
    }

    /** The last message, which is the response. */
    JsonNode response() {
        List<JsonNode> messages = messages();
        if (messages.isEmpty()) {
            throw new AssertionError("No message in " + http.body());
        }
        return messages.getLast();
    }

    JsonNode error() {
        return response().path("error");
    }
}
