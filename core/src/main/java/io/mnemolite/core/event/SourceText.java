package io.mnemolite.core.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Which text of an event is embedded: the first of the fields that holds a non-blank string; nested ones are not looked at. */
public record SourceText(List<String> fields) {

    /** The fields v1 looked at, in its order. */
    public static final SourceText DEFAULT = new SourceText(List.of("text", "body", "message", "content", "title"));

    public SourceText {
        fields = List.copyOf(fields);
    }

    /** The text, trimmed; empty when there is none. */
    public Optional<String> of(ObjectNode content) {
        for (String field : fields) {
            JsonNode value = content.get(field);
            if (value != null && value.isTextual() && !value.textValue().isBlank()) {
                return Optional.of(value.textValue().strip());
            }
        }
        return Optional.empty();
    }
}
