package io.mnemolite.cli.api;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the server answered.
 *
 * @param body the JSON document; a missing node when the body is empty
 */
public record Answer(int status, JsonNode body) {

    public boolean isSuccess() {
        return status / 100 == 2;
    }
}
