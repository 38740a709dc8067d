package io.mnemolite.server.web.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.server.web.text.ShownText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A value of the metadata that is shown wherever the event is.
 *
 * @param tone {@code warn}, {@code bad} or empty
 */
public record Label(String key, ShownText value, String tone) {

    private static final List<String> KEYS = List.of("project", "category", "type");
    private static final int LENGTH = 40;

    static List<Label> of(ObjectNode metadata) {
        List<Label> labels = new ArrayList<>();
        for (String key : KEYS) {
            add(metadata.get(key), key, "", labels);
        }
        JsonNode severity = metadata.get("severity");
        if (severity != null && severity.isTextual()) {
            switch (severity.textValue().toLowerCase(Locale.ROOT)) {
                case "critical", "error" -> add(severity, "severity", "bad", labels);
                case "warning" -> add(severity, "severity", "warn", labels);
                default -> {
                    // What is in order needs no label.
                }
            }
        }
        return labels;
    }

    private static void add(@Nullable JsonNode value, String key, String tone, List<Label> to) {
        if (value != null
                && value.isValueNode()
                && !value.isNull()
                && !value.asText().isBlank()) {
            to.add(new Label(key, ShownText.beginning(value.asText(), LENGTH), tone));
        }
    }
}
