package io.mnemolite.lucene.text;

import com.fasterxml.jackson.databind.JsonNode;

/** The words in a JSON value: its strings at any depth, one a line. Keys, numbers and truth values are no words. */
public final class JsonText {

    /** What lies beyond is not searchable. */
    public static final int MAX_CHARACTERS = 1_000_000;

    private JsonText() {}

    public static String of(JsonNode json) {
        StringBuilder text = new StringBuilder();
        append(json, text);
        return text.toString();
    }

    private static void append(JsonNode json, StringBuilder text) {
        if (json.isTextual()) {
            String value = json.textValue();
            text.append(value, 0, Math.min(value.length(), MAX_CHARACTERS - text.length()));
            if (text.length() < MAX_CHARACTERS) {
                text.append('\n');
            }
            return;
        }
        for (JsonNode child : json) {
            if (text.length() >= MAX_CHARACTERS) {
                return;
            }
            append(child, text);
        }
    }
}
