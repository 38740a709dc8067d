package io.mnemolite.server.web.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.server.request.Json;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Metadata as a person types it: {@code project=alpha category="post mortem"}, or a JSON object. */
final class MetadataText {

    private static final Pattern PAIR = Pattern.compile("\\s*([^\\s=\"]+)\\s*=\\s*(?:\"([^\"]*)\"|([^\\s\",]+)),?\\s*");

    private MetadataText() {}

    static ObjectNode parse(String text) {
        String trimmed = text.strip();
        if (trimmed.startsWith("{")) {
            return object(trimmed);
        }
        ObjectNode metadata = JsonNodeFactory.instance.objectNode();
        Matcher matcher = PAIR.matcher(trimmed);
        int at = 0;
        while (at < trimmed.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw unreadable(trimmed);
            }
            metadata.put(matcher.group(1), matcher.group(2) == null ? matcher.group(3) : matcher.group(2));
            at = matcher.end();
        }
        return metadata;
    }

    private static ObjectNode object(String text) {
        JsonNode node = Json.parseParameter(text).orElse(null);
        if (!(node instanceof ObjectNode object)) {
            throw unreadable(text);
        }
        Json.refuseUnstorable(object, List.of("query", "metadata"));
        return object;
    }

    private static MnemoliteException unreadable(String text) {
        String shown = text.length() <= 100 ? text : text.substring(0, 100) + "…";
        return new MnemoliteException(
                ErrorCode.BAD_REQUEST,
                "The metadata filter '" + shown
                        + "' cannot be read; write key=value pairs such as project=alpha, or a JSON object.");
    }
}
