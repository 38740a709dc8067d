package io.mnemolite.server.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventRepresentation.Variant;
import io.mnemolite.core.timing.Phase;
import io.mnemolite.core.timing.RequestPhases;
import io.mnemolite.server.request.Json;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;

/** Answers in JSON, rendered before the first byte is sent, so that a failure to render is never half an answer. */
public final class JsonResponse {

    /** What writes a body. */
    public interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    private JsonResponse() {}

    public static byte[] bytes(Body body) {
        return RequestPhases.timed(Phase.SERIALISATION, () -> written(body));
    }

    private static byte[] written(Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
        try (JsonGenerator json = Json.MAPPER.createGenerator(bytes)) {
            body.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static Response ok(Body body) {
        return of(200, body);
    }

    public static Response of(int status, Body body) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(bytes(body))
                .build();
    }

    /** A record or map as JSON. */
    public static Response value(int status, Object value) {
        return of(status, json -> Json.MAPPER.writeValue(json, value));
    }

    static void writeEvents(JsonGenerator json, Collection<Event> events, Variant variant) throws IOException {
        json.writeStartArray();
        for (Event event : events) {
            EventJson.write(json, event, variant, null);
        }
        json.writeEndArray();
    }
}
