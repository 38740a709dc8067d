package io.mnemolite.server.mcp.memory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.event.EventId;
import io.mnemolite.server.mcp.tool.Arguments;
import io.mnemolite.server.mcp.tool.ToolCall;
import io.mnemolite.server.request.Timestamps;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a client may see: everything, or the events whose metadata names its project. */
public final class Scope {

    private static final String PROJECT = "project";

    private Scope() {}

    /** The metadata of a new event, with the project of a bound client. */
    static ObjectNode metadata(@Nullable ObjectNode given, ToolCall call) {
        ObjectNode metadata = given == null ? JsonNodeFactory.instance.objectNode() : given.deepCopy();
        if (call.project() == null) {
            return metadata;
        }
        JsonNode own = metadata.get(PROJECT);
        if (own != null && !isProject(own, call.project())) {
            throw Arguments.invalid("This connection is bound to the project '" + call.project()
                    + "', so metadata.project cannot be " + own + "; leave it out.");
        }
        return metadata.put(PROJECT, call.project());
    }

    /** The events asked for, among those of a bound client's project. */
    static EventFilter filter(
            @Nullable ObjectNode metadata, @Nullable String since, @Nullable String until, ToolCall call) {
        return new EventFilter(metadata(metadata, call), instant(since, "since"), instant(until, "until"));
    }

    /** Every event that a client may see. */
    public static EventFilter all(ToolCall call) {
        return filter(null, null, null, call);
    }

    /** Whether a client may see the event; to a bound one, those of others do not exist. */
    public static boolean admits(Event event, ToolCall call) {
        return call.project() == null || isProject(event.metadata().path(PROJECT), call.project());
    }

    static EventId id(String text) {
        try {
            UUID id = UUID.fromString(text.strip());
            // UUID.fromString takes shortened groups too, which no answer of ours ever bears.
            if (id.toString().equalsIgnoreCase(text.strip())) {
                return new EventId(id);
            }
        } catch (IllegalArgumentException notOne) {
            // Said below.
        }
        throw Arguments.invalid("'" + text + "' is no event id; ids are UUIDs, as recall and remember give them.");
    }

    private static boolean isProject(JsonNode value, String project) {
        return value.isTextual() && value.textValue().equals(project);
    }

    static @Nullable Instant instant(@Nullable String text, String argument) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return Timestamps.parse(text)
                .orElseThrow(() -> Arguments.invalid("The argument '" + argument + "' is '" + text
                        + "'; send a date such as 2026-01-31 or 2026-01-31T12:00:00Z."));
    }
}
