package io.mnemolite.server.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.core.embedding.EmbeddingSpace;
import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.embedding.StoredVector;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventDraft;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.EventRepresentation.Variant;
import io.mnemolite.server.request.Fields;
import io.mnemolite.server.request.QueryParameters;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of an export: the event object with {@code embedding_model} and {@code awaits_vector} beside its six keys. */
final class TransferLine {

    private static final int MAX_MODEL_LENGTH = 200;

    private TransferLine() {}

    static void write(JsonGenerator json, Event event) throws IOException {
        json.writeStartObject();
        EventJson.writeMembers(json, event, Variant.WITH_EMBEDDING, null);
        json.writeFieldName("embedding_model");
        json.writeString(event.vector() == null ? null : event.vector().model());
        json.writeBooleanField("awaits_vector", event.awaitsVector());
        json.writeEndObject();
    }

    /**
     * The event of a line. A vector of another model than {@code space} cannot be compared with ours: the event is taken
     * without it and awaits one of ours. A client's vector is kept, whatever its dimension.
     */
    static EventDraft read(JsonNode line, EmbeddingSpace space) {
        Fields fields = Fields.of(line, List.of("line"));
        String id = fields.requiredString("id", 36);
        ObjectNode content = fields.requiredObject("content");
        ObjectNode metadata = fields.objectOrEmpty("metadata");
        Instant timestamp = fields.timestamp("timestamp");
        String model = fields.optionalString("embedding_model", MAX_MODEL_LENGTH);
        boolean awaits = fields.bool("awaits_vector", false);
        JsonNode embedding = line.get("embedding");
        EmbeddingVector vector = embedding == null || !embedding.isArray()
                ? null
                : fields.vector("embedding", Math.min(embedding.size(), EmbeddingSpace.MAX_DIMENSION));
        fields.check();
        EventId eventId = new EventId(QueryParameters.pathUuid("id", id));
        StoredVector stored = stored(vector, model, space);
        boolean isForeign = vector != null && stored == null;
        return new EventDraft(
                eventId,
                timestamp == null ? Instant.now() : timestamp,
                content,
                metadata,
                stored,
                awaits || isForeign || (vector == null && model == null && !line.has("awaits_vector")));
    }

    private static @Nullable StoredVector stored(
            @Nullable EmbeddingVector vector, @Nullable String model, EmbeddingSpace space) {
        if (vector == null) {
            return null;
        }
        if (model == null || model.equals(StoredVector.CLIENT)) {
            return new StoredVector(StoredVector.CLIENT, vector);
        }
        return model.equals(space.model()) && vector.dimension() == space.dimension()
                ? new StoredVector(model, vector)
                : null;
    }
}
