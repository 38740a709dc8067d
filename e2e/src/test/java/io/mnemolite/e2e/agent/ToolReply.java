package io.mnemolite.e2e.agent;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a tool answered.
 *
 * @param message the whole message
 * @param text what a language model reads
 * @param structured the same for programs; missing in a failure
 */
record ToolReply(JsonNode message, String text, JsonNode structured) {

    /** The rough rule of thumb, independent of what the server counts by. */
    static final int CHARACTERS_PER_TOKEN = 4;

    static ToolReply of(JsonNode message) {
        JsonNode result = message.path("result");
        if (!result.path("content").isArray()) {
            throw new AssertionError("No result of a tool: " + message);
        }
        return new ToolReply(
                message, result.path("content").path(0).path("text").asText(), result.path("structuredContent"));
    }

    boolean isError() {
        return message.path("result").path("isError").asBoolean();
    }

    /** The structure of a call that is expected to succeed. */
    JsonNode expected() {
        if (isError()) {
            throw new AssertionError(text);
        }
        return structured;
    }

    /** The sentence of a call that is expected to fail. */
    String failure() {
        if (!isError()) {
            throw new AssertionError("Not refused: " + message);
        }
        return text;
    }

    /** Roughly what the whole message costs. */
    int tokens() {
        return message.toString().length() / CHARACTERS_PER_TOKEN;
    }
}
