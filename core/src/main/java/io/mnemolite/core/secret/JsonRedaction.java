package io.mnemolite.core.secret;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.mnemolite.core.secret.SecretDetection.Redaction;
import java.util.List;
import java.util.Map;

/**
 * Takes the secrets out of JSON: out of every text in it, at whatever depth. Keys are left as they are, since a changed key
 * is another member; so a secret that somebody uses as a key stays. The tree given is never changed.
 */
final class JsonRedaction {

    private final SecretDetection detection;

    JsonRedaction(SecretDetection detection) {
        this.detection = detection;
    }

    /**
     * The object without secrets, the same instance when it has none.
     *
     * @param path what the object is called in the findings' paths
     * @param findings where those are added that were found
     */
    ObjectNode redacted(ObjectNode object, String path, List<Finding> findings) {
        ObjectNode copy = null;
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            String key = member.getKey();
            JsonNode value = member.getValue();
            int before = findings.size();
            JsonNode redacted = value.isTextual()
                    ? text(value, detection.redactMember(key, value.textValue()), path + "." + key, findings)
                    : container(value, path + "." + key, findings);
            if (findings.size() > before) {
                copy = copy == null ? copied(object) : copy;
                copy.set(key, redacted);
            }
        }
        return copy == null ? object : copy;
    }

    /** The text without secrets. */
    String redacted(String text, String path, List<Finding> findings) {
        Redaction redaction = detection.redact(text);
        redaction.kinds().forEach(kind -> findings.add(new Finding(kind, path)));
        return redaction.text();
    }

    private JsonNode container(JsonNode value, String path, List<Finding> findings) {
        return switch (value) {
            case ObjectNode object -> redacted(object, path, findings);
            case ArrayNode array -> items(array, path, findings);
            case JsonNode number -> number;
        };
    }

    private ArrayNode items(ArrayNode array, String path, List<Finding> findings) {
        ArrayNode copy = null;
        for (int i = 0; i < array.size(); i++) {
            JsonNode item = array.get(i);
            int before = findings.size();
            JsonNode redacted = item.isTextual()
                    ? text(item, detection.redact(item.textValue()), path + "[" + i + "]", findings)
                    : container(item, path + "[" + i + "]", findings);
            if (findings.size() > before) {
                copy = copy == null ? array.arrayNode(array.size()).addAll(array) : copy;
                copy.set(i, redacted);
            }
        }
        return copy == null ? array : copy;
    }

    private static JsonNode text(JsonNode value, Redaction redaction, String path, List<Finding> findings) {
        redaction.kinds().forEach(kind -> findings.add(new Finding(kind, path)));
        return redaction.kinds().isEmpty() ? value : TextNode.valueOf(redaction.text());
    }

    private static ObjectNode copied(ObjectNode object) {
        ObjectNode copy = object.objectNode();
        object.properties().forEach(member -> copy.set(member.getKey(), member.getValue()));
        return copy;
    }
}
