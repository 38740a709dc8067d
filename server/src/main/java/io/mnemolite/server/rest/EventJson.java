package io.mnemolite.server.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventRepresentation;
import io.mnemolite.core.event.RenderedEvent;
import io.mnemolite.server.request.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The event object of the contract (section 0.1): six keys, always all of them. */
public final class EventJson implements EventRepresentation {

    @Override
    public RenderedEvent render(Event event, Variant variant) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = Json.MAPPER.createGenerator(bytes)) {
            write(json, event, variant, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RenderedEvent(bytes.toByteArray(), tag(event, variant));
    }

    /** The entity tag: revision and vector revision, {@code -n} without the embedding. */
    public static String tag(Event event, Variant variant) {
        return "W/\"" + event.revision() + "." + event.vectorRevision()
                + (variant == Variant.WITHOUT_EMBEDDING ? "-n" : "") + "\"";
    }

    static void write(JsonGenerator json, Event event, Variant variant, @Nullable Double distance) throws IOException {
        json.writeStartObject();
        writeMembers(json, event, variant, distance);
        json.writeEndObject();
    }

    static void writeMembers(JsonGenerator json, Event event, Variant variant, @Nullable Double distance)
            throws IOException {
        json.writeStringField("id", event.id().toString());
        json.writeStringField("timestamp", event.timestamp().toString());
        json.writeFieldName("content");
        Json.MAPPER.writeTree(json, event.content());
        json.writeFieldName("metadata");
        Json.MAPPER.writeTree(json, event.metadata());
        json.writeFieldName("embedding");
        if (event.vector() == null || variant == Variant.WITHOUT_EMBEDDING) {
            json.writeNull();
        } else {
            writeVector(json, event.vector().vector());
        }
        json.writeFieldName("similarity_score");
        if (distance == null) {
            json.writeNull();
        } else {
            json.writeNumber(distance);
        }
    }

    private static void writeVector(JsonGenerator json, EmbeddingVector vector) throws IOException {
        json.writeStartArray();
        for (int i = 0; i < vector.dimension(); i++) {
            json.writeNumber(vector.get(i));
        }
        json.writeEndArray();
    }
}
