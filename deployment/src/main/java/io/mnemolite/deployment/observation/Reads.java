package io.mnemolite.deployment.observation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.deployment.slot.SlotClient;
import io.mnemolite.deployment.slot.SlotClient.Answer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The reads that people make of what was stored last: by id, by words and by meaning.
 *
 * @param ids of the newest events
 * @param queries the first words of each
 */
public record Reads(List<String> ids, List<String> queries) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int NEWEST = 200;
    private static final int WORDS = 6;

    public Reads {
        ids = List.copyOf(ids);
        queries = List.copyOf(queries);
    }

    /** What the server of a slot stored last; nothing when it does not say. */
    public static Reads ofNewest(SlotClient slot) {
        List<String> ids = new ArrayList<>();
        List<String> queries = new ArrayList<>();
        for (JsonNode event : slot.get("/v1/events?include_embedding=false&limit=" + NEWEST)
                .body()
                .path("events")) {
            ids.add(event.path("id").asText());
            event.path("content").properties().stream()
                    .map(member -> member.getValue().asText(""))
                    .filter(text -> !text.isBlank())
                    .findFirst()
                    .ifPresent(text -> queries.add(firstWords(text)));
        }
        return new Reads(ids, queries);
    }

    private static String firstWords(String text) {
        return Arrays.stream(text.strip().split("\\s+", -1)).limit(WORDS).collect(Collectors.joining(" "));
    }

    /** The read of this number: one in three by id, one by words, one by both words and meaning. */
    public Answer read(SlotClient slot, int number) {
        int kind = number % 3;
        if (kind == 0 || queries.isEmpty()) {
            return ids.isEmpty()
                    ? slot.get("/v1/events?limit=10&include_embedding=false")
                    : slot.get("/v1/events/" + ids.get(number % ids.size()));
        }
        ObjectNode body = JSON.createObjectNode()
                .put("query", queries.get(number % queries.size()))
                .put("mode", kind == 1 ? "lexical" : "hybrid")
                .put("limit", 10)
                .put("include_embedding", false);
        return slot.post("/v1/search/", body);
    }
}
