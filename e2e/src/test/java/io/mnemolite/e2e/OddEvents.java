package io.mnemolite.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.e2e.Http.Answer;
import java.util.List;

/** Events that are legal, however odd: a store must take them all and never choke on one. */
final class OddEvents {

    static final List<String> BODIES = List.of(
            "{\"content\":{\"text\":\"🎈👩‍👩‍👧‍👦 emoji\"},\"metadata\":{\"🎈\":\"👩‍🚀\"}}",
            "{\"content\":{\"text\":\"記憶は出来事でできている\"},\"metadata\":{\"project\":\"記憶\",\"severity\":\"critical\"}}",
            "{\"content\":{\"\":\"empty key\"},\"metadata\":{\"\":{\"\":\"\"}}}",
            "{\"content\":{\"n\":" + "7".repeat(60) + "},\"metadata\":{\"n\":-" + "7".repeat(60) + "}}",
            "{\"content\":{\"n\":1e300},\"metadata\":{\"n\":[1e300,1.5e-300,-0.0,1.10]}}",
            "{\"content\":" + "{\"a\":".repeat(99) + "{}" + "}".repeat(99) + ",\"metadata\":{}}",
            "{\"content\":{\"text\":\"" + "long ".repeat(200_000) + "\"},\"metadata\":{\"size\":\"1 MB\"}}",
            "{\"content\":{\"text\":\"first year\"},\"timestamp\":\"0001-01-01T00:00:00Z\"}",
            "{\"content\":{\"text\":\"last year\"},\"timestamp\":\"9999-12-31T23:59:59.999999Z\"}",
            "{\"content\":{},\"metadata\":{\"severity\":7,\"project\":[],\"category\":null,\"type\":{}}}",
            "{\"content\":{\"text\":\"\\u202e right to left \\u200b \\ufeff \\u0001\"},\"metadata\":{\"<script>\":\"'\\\"--\"}}",
            "{\"content\":{\"text\":\"duplicate\",\"text\":\"keys\"},\"metadata\":{}}",
            "{\"content\":{\"text\":\"zero\"},\"embedding\":" + Vectors.startingWith() + "}",
            "{\"content\":{\"text\":\"vast\"},\"embedding\":" + Vectors.startingWith(1e9, -1e9) + "}",
            "{\"content\":{\"text\":\"tiny\"},\"embedding\":" + Vectors.startingWith(1e-45, 1e-300) + "}");

    private OddEvents() {}

    static int count() {
        return BODIES.size();
    }

    /** Stores each and reads it back. */
    static void store(Http http) {
        for (String body : BODIES) {
            Answer created = http.post("/v1/events/", body);
            if (created.status() != 201) {
                throw new AssertionError(body.substring(0, Math.min(200, body.length())) + ": " + created.body());
            }
            JsonNode wanted = Http.tree(body);
            JsonNode stored =
                    http.get("/v1/events/" + created.id() + "?no_cache=true").json();
            if (!stored.path("content").equals(OddEvents::compare, wanted.path("content"))) {
                throw new AssertionError("Stored other than given: " + stored.path("content"));
            }
        }
    }

    /** Numbers by value, however they are written; all else as it is. */
    private static int compare(JsonNode one, JsonNode other) {
        return one.isNumber() && other.isNumber()
                ? one.decimalValue().compareTo(other.decimalValue())
                : one.equals(other) ? 0 : 1;
    }
}
