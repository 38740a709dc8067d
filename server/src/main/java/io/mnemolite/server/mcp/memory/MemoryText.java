package io.mnemolite.server.mcp.memory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.SourceText;
import io.mnemolite.server.mcp.text.DataText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** An event as a language model reads it. */
public final class MemoryText {

    /** Keys of metadata that say where a memory comes from. */
    private static final List<String> ORIGIN = List.of("project", "source", "agent", "author", "category", "type");

    private MemoryText() {}

    /** The text of an event, clean: its one text, or its whole content as JSON when there is more to it. */
    public static String whole(Event event) {
        ObjectNode content = event.content();
        if (content.size() == 1) {
            Map.Entry<String, JsonNode> only = content.properties().iterator().next();
            if (SourceText.DEFAULT.fields().contains(only.getKey())
                    && only.getValue().isTextual()) {
                return DataText.clean(only.getValue().textValue());
            }
        }
        return DataText.clean(content.toString());
    }

    /** What stands for an event in a list, on one line. */
    public static String line(Event event, int limit) {
        return DataText.line(
                SourceText.DEFAULT
                        .of(event.content())
                        .orElseGet(() -> event.content().toString()),
                limit);
    }

    /** Where the memory comes from, such as {@code project=shop source=review}; null when nothing says so. */
    static @Nullable String origin(Event event) {
        StringJoiner origin = new StringJoiner(" ");
        for (String key : ORIGIN) {
            JsonNode value = event.metadata().path(key);
            if (value.isTextual() && !value.textValue().isBlank()) {
                origin.add(key + "=" + DataText.line(value.textValue(), 60));
            }
        }
        return origin.length() == 0 ? null : origin.toString();
    }

    /** When it happened, to the second. */
    public static String date(Instant timestamp) {
        return timestamp.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** The opening tag, with further attributes as they are. */
    static String opening(String id, String date, @Nullable String origin, String further) {
        return "<memory id=\"" + id + "\" date=\"" + date + "\"" + further
                + (origin == null ? "" : " origin=\"" + DataText.attribute(origin) + "\"") + ">";
    }
}
