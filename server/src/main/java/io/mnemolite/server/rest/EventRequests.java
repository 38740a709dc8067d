package io.mnemolite.server.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.EventRepresentation.Variant;
import io.mnemolite.core.event.NewEvent;
import io.mnemolite.server.request.Fields;
import io.mnemolite.server.request.Json;
import io.mnemolite.server.request.QueryParameters;
import io.mnemolite.server.request.Timestamps;
import io.mnemolite.server.request.Violation;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what requests about events have in common. */
final class EventRequests {

    private EventRequests() {}

    static EventId eventId(String text) {
        return new EventId(QueryParameters.pathUuid("event_id", text));
    }

    static NewEvent newEvent(Fields fields, int dimension) {
        NewEvent event = read(fields, dimension);
        fields.check();
        return event;
    }

    /** An item of a batch; what is wrong with it is added to {@code batch}. */
    static NewEvent batchItem(JsonNode item, int index, int dimension, Fields batch) {
        List<Object> place = List.of("body", "events", index);
        if (!item.isObject()) {
            batch.addViolation(Violation.of("dict_type", place, "Input should be a valid dictionary", item));
            ObjectNode empty = JsonNodeFactory.instance.objectNode();
            return new NewEvent(empty, empty, null, null);
        }
        Fields fields = Fields.of(item, place);
        NewEvent event = read(fields, dimension);
        batch.addAll(fields.violations());
        return event;
    }

    private static NewEvent read(Fields fields, int dimension) {
        ObjectNode content = fields.requiredObject("content");
        ObjectNode metadata = fields.objectOrEmpty("metadata");
        EmbeddingVector embedding = fields.vector("embedding", dimension);
        Instant timestamp = fields.timestamp("timestamp");
        return new NewEvent(content, metadata, embedding, timestamp);
    }

    static Variant variant(UriInfo uri) {
        QueryParameters query = new QueryParameters(uri);
        Variant variant = variant(query);
        query.check();
        return variant;
    }

    static Variant variant(QueryParameters query) {
        return query.bool("include_embedding", true) ? Variant.WITH_EMBEDDING : Variant.WITHOUT_EMBEDDING;
    }

    /** The list's filters: project, category and type are metadata keys, the time bounds inclusive. */
    static EventFilter listFilter(QueryParameters query) {
        return filter(query, JsonNodeFactory.instance.objectNode());
    }

    /** The list's filters and {@code metadata}, a JSON object. */
    static EventFilter deletionFilter(QueryParameters query) {
        String metadata = query.string("metadata");
        return filter(
                query, metadata == null ? JsonNodeFactory.instance.objectNode() : jsonObject("metadata", metadata));
    }

    private static EventFilter filter(QueryParameters query, ObjectNode metadata) {
        for (String key : List.of("project", "category", "type")) {
            String value = query.string(key);
            if (value != null) {
                metadata.put(key, value);
            }
        }
        return new EventFilter(metadata, timestamp(query, "ts_start"), timestamp(query, "ts_end"));
    }

    /** A time bound of a query string; one that cannot be read is the 400 of the contract. */
    static @Nullable Instant timestamp(QueryParameters query, String name) {
        String text = query.string(name);
        if (text == null || text.isBlank()) {
            return null;
        }
        return Timestamps.parse(text)
                .orElseThrow(() -> new MnemoliteException(
                        ErrorCode.BAD_REQUEST,
                        name + " is '" + text
                                + "', which is no timestamp; send ISO-8601 such as 2025-01-31T12:00:00Z, or a date."));
    }

    /** A JSON object in a query parameter; anything else is the 400 of the contract. */
    static ObjectNode jsonObject(String name, String text) {
        Optional<JsonNode> node = Json.parseParameter(text);
        if (node.isEmpty() || !(node.get() instanceof ObjectNode object)) {
            throw new MnemoliteException(
                    ErrorCode.BAD_REQUEST,
                    name + " is '" + shortened(text)
                            + "', which is no JSON object; send one such as {\"project\":\"x\"}.");
        }
        Json.refuseUnstorable(object, List.of("query", name));
        return object;
    }

    static MnemoliteException notFound(EventId id) {
        return new MnemoliteException(
                ErrorCode.NOT_FOUND, "Event " + id + " was not found; it never existed or has been deleted.");
    }

    static MnemoliteException revisionMismatch(EventId id, long current) {
        return new MnemoliteException(
                ErrorCode.PRECONDITION_FAILED,
                "Event " + id + " is at revision " + current
                        + ", not at the one If-Match names; read it again and repeat the change on what it says now.");
    }

    static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }
}
