package io.mnemolite.server.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import io.mnemolite.core.event.EventRepresentation.Variant;
import io.mnemolite.core.search.EventHit;
import io.mnemolite.core.search.EventSearchPage;
import io.mnemolite.core.search.HitExplanation;
import io.mnemolite.core.search.SearchExplanation;
import io.mnemolite.core.search.TotalRelation;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The search envelopes: {@code {"data","meta"}} of GET, {@code {"events","total"}} of POST, a bare list of the event routes. */
final class SearchJson {

    private SearchJson() {}

    static void writeDataEnvelope(JsonGenerator json, EventSearchPage page, int limit, int offset, Variant variant)
            throws IOException {
        json.writeStartObject();
        json.writeFieldName("data");
        writeHits(json, page, variant);
        json.writeObjectFieldStart("meta");
        json.writeNumberField("limit", limit);
        json.writeNumberField("offset", offset);
        json.writeNumberField("total_hits", page.total());
        json.writeStringField("total_relation", relation(page.relation()));
        json.writeEndObject();
        writeExplanation(json, page.explanation());
        json.writeEndObject();
    }

    static void writeEventsEnvelope(JsonGenerator json, EventSearchPage page, Variant variant) throws IOException {
        json.writeStartObject();
        json.writeFieldName("events");
        writeHits(json, page, variant);
        json.writeNumberField("total", page.total());
        json.writeStringField("total_relation", relation(page.relation()));
        writeExplanation(json, page.explanation());
        json.writeEndObject();
    }

    static void writeHits(JsonGenerator json, EventSearchPage page, Variant variant) throws IOException {
        json.writeStartArray();
        for (EventHit hit : page.hits()) {
            json.writeStartObject();
            EventJson.writeMembers(json, hit.event(), variant, hit.distance());
            if (hit.explanation() != null) {
                writeHitExplanation(json, hit.explanation());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String relation(TotalRelation relation) {
        return switch (relation) {
            case EQUAL -> "eq";
            case AT_LEAST -> "gte";
        };
    }

    private static void writeHitExplanation(JsonGenerator json, HitExplanation explanation) throws IOException {
        json.writeObjectFieldStart("explanation");
        writeNumber(json, "vector_rank", explanation.vectorRank());
        writeNumber(json, "distance", explanation.distance());
        writeNumber(json, "lexical_rank", explanation.lexicalRank());
        writeNumber(json, "lexical_score", explanation.lexicalScore());
        writeNumber(json, "fused_score", explanation.fusedScore());
        json.writeEndObject();
    }

    private static void writeExplanation(JsonGenerator json, @Nullable SearchExplanation explanation)
            throws IOException {
        if (explanation == null) {
            return;
        }
        json.writeObjectFieldStart("explanation");
        json.writeStringField("mode", explanation.mode());
        writeNumber(json, "vector_candidates", explanation.vectorCandidates());
        writeNumber(json, "lexical_candidates", explanation.lexicalCandidates());
        json.writeBooleanField("fallback", explanation.fallback());
        json.writeNumberField("awaiting_vector", explanation.awaitingVector());
        json.writeArrayFieldStart("empty_because");
        for (String reason : explanation.emptyBecause()) {
            json.writeString(reason);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeNumber(JsonGenerator json, String name, @Nullable Number value) throws IOException {
        json.writeFieldName(name);
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Integer integer) {
            json.writeNumber(integer);
        } else {
            json.writeNumber(value.doubleValue());
        }
    }
}
