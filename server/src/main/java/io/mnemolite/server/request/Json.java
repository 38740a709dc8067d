package io.mnemolite.server.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The JSON of requests: parsed strictly, within bounds, keeping every digit of a number. */
public final class Json {

    /** How deep a stored object may nest. */
    public static final int MAX_DEPTH = 100;

    /** The envelope around a stored object nests a little too. */
    private static final int MAX_BODY_DEPTH = MAX_DEPTH + 10;

    public static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_BODY_DEPTH)
                            .maxStringLength(64 * 1024 * 1024)
                            .build())
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {}

    /** The tree of a body. */
    public static JsonNode parseBody(byte[] body) {
        if (body.length == 0) {
            throw new ValidationException(Violation.of("missing", List.of("body"), "Field required", null));
        }
        return parseAt(body, List.of("body"));
    }

    /**
     * The tree of a body whose texts may be such as cannot be stored: who reads them checks each, so that one bad part does not
     * spoil the others.
     */
    public static JsonNode parseUnchecked(byte[] body) {
        if (body.length == 0) {
            throw new ValidationException(Violation.of("missing", List.of("body"), "Field required", null));
        }
        return parse(body, List.of("body"));
    }

    /** The tree of one line or part, with violations at {@code loc}. */
    public static JsonNode parseAt(byte[] text, List<Object> loc) {
        JsonNode node = parse(text, loc);
        refuseUnstorable(node, loc);
        return node;
    }

    private static JsonNode parse(byte[] text, List<Object> loc) {
        try (JsonParser parser = MAPPER.createParser(text)) {
            JsonNode node = MAPPER.readTree(parser);
            if (node == null || node.isMissingNode()) {
                throw new ValidationException(Violation.of("missing", loc, "Field required", null));
            }
            return node;
        } catch (JsonProcessingException e) {
            throw new ValidationException(
                    Violation.of("json_invalid", loc, "The body is not valid JSON: " + reason(e) + ".", place(e)));
        } catch (IOException e) {
            throw new ValidationException(
                    Violation.of("json_invalid", loc, "The body is not valid JSON in UTF-8.", null));
        }
    }

    /** The tree of a parameter's text; empty when it is not JSON. */
    public static Optional<JsonNode> parseParameter(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return node == null || node.isMissingNode() ? Optional.empty() : Optional.of(node);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Refuses what could not be stored or read again: NUL, lone surrogates, numbers beyond a double, deep nesting. */
    public static void refuseUnstorable(JsonNode node, List<Object> loc) {
        Storability.firstProblem(node).ifPresent(problem -> {
            throw new ValidationException(Violation.of("value_error", loc, problem, null));
        });
    }

    private static String reason(JsonProcessingException e) {
        String message = e.getOriginalMessage();
        return message.length() > 200 ? message.substring(0, 200) : message;
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null
                ? "somewhere"
                : "line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }
}
