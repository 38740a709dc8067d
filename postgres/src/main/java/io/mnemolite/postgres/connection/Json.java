package io.mnemolite.postgres.connection;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;

/** JSON trees to and from the text of a jsonb value. Numbers keep every digit. */
public final class Json {

    /** What jsonb can hold is refused by PostgreSQL on the way in, so nothing is limited on the way out. */
    private static final StreamReadConstraints UNLIMITED = StreamReadConstraints.builder()
            .maxNestingDepth(Integer.MAX_VALUE)
            .maxNumberLength(Integer.MAX_VALUE)
            .maxStringLength(Integer.MAX_VALUE)
            .maxNameLength(Integer.MAX_VALUE)
            .build();

    private static final JsonMapper MAPPER = JsonMapper.builder(
                    JsonFactory.builder().streamReadConstraints(UNLIMITED).build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            // A bare NaN is refused by PostgreSQL; as a string it would be stored as something else than was given.
            .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
            .build();

    private Json() {}

    /** @throws MnemoliteException with {@link ErrorCode#INVALID_VALUE} for a value that has no JSON text */
    public static String write(JsonNode node) {
        String text;
        try {
            text = MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new MnemoliteException(
                    ErrorCode.INVALID_VALUE, "The JSON value is nested too deeply to be stored; flatten it.", e);
        }
        refuseLoneSurrogates(text);
        return text;
    }

    public static ObjectNode read(String text) {
        try {
            return (ObjectNode) MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL returned a jsonb value that is no JSON", e);
        }
    }

    /** The driver would silently store a question mark in their place. */
    private static void refuseLoneSurrogates(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (Character.isLowSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw new MnemoliteException(
                            ErrorCode.INVALID_VALUE,
                            String.format(
                                    "A text holds half of a character (the lone surrogate U+%04X), which cannot be"
                                            + " stored; send the whole character.",
                                    (int) c));
                }
                i++;
            }
        }
    }
}
