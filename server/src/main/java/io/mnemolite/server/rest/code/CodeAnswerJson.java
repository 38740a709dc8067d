package io.mnemolite.server.rest.code;

import com.fasterxml.jackson.core.JsonGenerator;
import io.mnemolite.core.code.search.CodeAnswer;
import io.mnemolite.core.code.search.CodeHit;
import io.mnemolite.core.code.search.CodeQuery;
import io.mnemolite.core.code.search.WeightedFusion;
import io.mnemolite.core.code.search.WeightedFusion.Fused;
import io.mnemolite.core.code.text.TextAnswer;
import io.mnemolite.core.code.text.TextAnswer.FileMatches;
import io.mnemolite.core.code.text.TextAnswer.LineMatch;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Answers to searches of code on the wire. */
final class CodeAnswerJson {

    private CodeAnswerJson() {}

    static void writeHybrid(JsonGenerator json, CodeQuery query, CodeAnswer answer, Duration took) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("results");
        int rank = 0;
        for (CodeHit hit : answer.hits()) {
            Fused place = hit.place();
            json.writeStartObject();
            json.writeNumberField("rrf_score", place.score());
            json.writeNumberField("rank", ++rank);
            CodeJson.writeChunk(json, hit.found());
            writeNumber(json, "lexical_score", place.lexicalScore());
            Double distance = place.distance();
            writeNumber(json, "vector_similarity", distance == null ? null : similarity(distance));
            writeNumber(json, "vector_distance", distance);
            writeContribution(json, query, place);
            json.writeArrayFieldStart("related_nodes");
            json.writeEndArray();
            writeExplanation(json, hit, answer);
            json.writeEndObject();
        }
        json.writeEndArray();
        writeMetadata(json, query, answer, took);
        json.writeEndObject();
    }

    /** Its ranks, and whether they are lower since it is of a test or of generated code: never by nearness alone. */
    private static void writeExplanation(JsonGenerator json, CodeHit hit, CodeAnswer answer) throws IOException {
        json.writeObjectFieldStart("explanation");
        writeNumber(json, "lexical_rank", hit.place().lexicalRank());
        writeNumber(json, "vector_rank", hit.place().vectorRank());
        json.writeBooleanField(
                "demoted", answer.lexicalCount() != null && hit.found().file().isLesser());
        json.writeEndObject();
    }

    private static void writeContribution(JsonGenerator json, CodeQuery query, Fused place) throws IOException {
        json.writeObjectFieldStart("contribution");
        if (place.lexicalRank() != null) {
            json.writeNumberField("lexical", WeightedFusion.term(query.weights().lexical(), place.lexicalRank()));
        }
        if (place.vectorRank() != null) {
            json.writeNumberField("vector", WeightedFusion.term(query.weights().vector(), place.vectorRank()));
        }
        json.writeEndObject();
    }

    private static void writeMetadata(JsonGenerator json, CodeQuery query, CodeAnswer answer, Duration took)
            throws IOException {
        json.writeObjectFieldStart("metadata");
        json.writeNumberField("total_results", answer.hits().size());
        json.writeNumberField("lexical_count", orZero(answer.lexicalCount()));
        json.writeNumberField("vector_count", orZero(answer.vectorCount()));
        json.writeNumberField("unique_after_fusion", answer.unique());
        json.writeBooleanField("lexical_enabled", answer.lexicalCount() != null);
        json.writeBooleanField("vector_enabled", answer.isVectorAble());
        json.writeBooleanField("graph_expansion_enabled", false);
        json.writeNumberField("lexical_weight", query.weights().lexical());
        json.writeNumberField("vector_weight", query.weights().vector());
        json.writeNumberField("execution_time_ms", millis(took));
        writeTime(json, "lexical_time_ms", answer.times().lexical());
        writeTime(json, "vector_time_ms", answer.times().vector());
        writeTime(json, "fusion_time_ms", answer.times().fusion());
        json.writeNullField("graph_time_ms");
        writeChannels(json, answer);
        json.writeStringField("vector_missing_because", answer.vectorMissing());
        json.writeEndObject();
    }

    /** Those that answered. */
    private static void writeChannels(JsonGenerator json, CodeAnswer answer) throws IOException {
        json.writeArrayFieldStart("channels");
        if (answer.lexicalCount() != null) {
            json.writeString("lexical");
        }
        if (answer.vectorCount() != null) {
            json.writeString("vector");
        }
        json.writeEndArray();
    }

    static void writeLexical(JsonGenerator json, CodeAnswer answer) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("results");
        int rank = 0;
        for (CodeHit hit : answer.hits()) {
            json.writeStartObject();
            writeNumber(json, "similarity_score", hit.place().lexicalScore());
            json.writeNumberField("rank", ++rank);
            CodeJson.writeChunk(json, hit.found());
            writeExplanation(json, hit, answer);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("total_results", answer.hits().size());
        writeChannels(json, answer);
        json.writeEndObject();
    }

    static void writeVector(JsonGenerator json, CodeAnswer answer, String domain) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("results");
        int rank = 0;
        for (CodeHit hit : answer.hits()) {
            Double distance = hit.place().distance();
            json.writeStartObject();
            writeNumber(json, "distance", distance);
            writeNumber(json, "similarity", distance == null ? null : similarity(distance));
            json.writeNumberField("rank", ++rank);
            CodeJson.writeChunk(json, hit.found());
            json.writeStringField("embedding_domain", domain);
            writeExplanation(json, hit, answer);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("total_results", answer.hits().size());
        json.writeStringField("embedding_domain", domain);
        writeChannels(json, answer);
        json.writeEndObject();
    }

    static void writeText(JsonGenerator json, TextAnswer answer) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("files");
        int lines = 0;
        for (FileMatches file : answer.files()) {
            json.writeStartObject();
            json.writeStringField("repository", file.file().repository());
            json.writeStringField("file_path", file.file().path());
            json.writeStringField("language", file.file().language().name());
            json.writeArrayFieldStart("matches");
            for (LineMatch match : file.lines()) {
                json.writeStartObject();
                json.writeNumberField("line", match.line());
                json.writeNumberField("end_line", match.endLine());
                json.writeNumberField("column", match.column());
                json.writeStringField("text", match.text());
                CodeJson.writeTexts(json, "before", match.before());
                CodeJson.writeTexts(json, "after", match.after());
                json.writeEndObject();
                lines++;
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("total_files", answer.files().size());
        json.writeNumberField("total_lines", lines);
        json.writeStringField("completeness", answer.isExact() ? "exact" : "lower_bound");
        json.writeStringField("cut_because", answer.cutBecause());
        json.writeEndObject();
    }

    private static double similarity(double distance) {
        return 1 - distance / 2;
    }

    private static int orZero(@Nullable Integer count) {
        return count == null ? 0 : count;
    }

    private static double millis(Duration time) {
        return Math.round(time.toNanos() / 1e3) / 1e3;
    }

    private static void writeTime(JsonGenerator json, String name, @Nullable Duration time) throws IOException {
        writeNumber(json, name, time == null ? null : millis(time));
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
