package io.mnemolite.core.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;

/** JSON that PostgreSQL's jsonb can hold: without the NUL character. What it refuses, the in-memory store refuses too. */
final class StorableJson {

    private StorableJson() {}

    static void check(JsonNode json) {
        if (json.isTextual()) {
            check(json.textValue());
        }
        json.properties().forEach(member -> check(member.getKey()));
        json.forEach(StorableJson::check);
    }

    private static void check(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new MnemoliteException(
                    ErrorCode.INVALID_VALUE,
                    "A text holds the NUL character (U+0000), which cannot be stored; remove it.");
        }
    }
}
