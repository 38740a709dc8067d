package io.mnemolite.benchmarks.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.benchmarks.harness.Api;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Asks a server questions over HTTP, each within its repository, and sees where the right answer stands. */
final class Asking {

    private static final int RESULTS = 10;

    private final Api api;
    private final Map<String, Integer> channels = new TreeMap<>();

    Asking(Api api) {
        this.api = api;
    }

    /** A way to ask. */
    enum Way {
        LEXICAL,
        VECTOR,
        HYBRID
    }

    /** With the default weights of the contract. */
    Found ask(List<Question> questions, Way way) {
        Found found = new Found();
        for (Question question : questions) {
            found.add(rank(question, answer(question, way)));
        }
        return found;
    }

    /** @param lexicalWeight 0..1; the vectors have the rest */
    Found askWeighted(List<Question> questions, double lexicalWeight) {
        Found found = new Found();
        for (Question question : questions) {
            ObjectNode body = body(question)
                    .put("top_k", RESULTS)
                    .put("lexical_weight", lexicalWeight)
                    .put("vector_weight", 1 - lexicalWeight);
            found.add(rank(question, api.post("/v1/code/search/hybrid", body.toString())));
        }
        return found;
    }

    JsonNode answer(Question question, Way way) {
        ObjectNode body = body(question);
        if (way == Way.LEXICAL) {
            return api.post(
                    "/v1/code/search/lexical", body.put("limit", RESULTS).toString());
        }
        body.put("top_k", RESULTS).put("enable_lexical", way == Way.HYBRID);
        JsonNode answer = api.post("/v1/code/search/hybrid", body.toString());
        channels.merge(way + ": " + answer.path("metadata").path("channels"), 1, Integer::sum);
        return answer;
    }

    /** How many answers of the hybrid route said that which channels ran. */
    Map<String, Integer> channels() {
        return channels;
    }

    private static ObjectNode body(Question question) {
        ObjectNode body = Api.JSON.createObjectNode().put("query", question.text());
        body.putObject("filters").put("repository", question.repository());
        return body;
    }

    static int rank(Question question, JsonNode answer) {
        for (JsonNode result : answer.path("results")) {
            String path = result.path("file_path").asText();
            int start = result.path("metadata").path("start_line").asInt();
            int end = result.path("metadata").path("end_line").asInt();
            boolean isRight = question.answers().stream()
                    .anyMatch(place -> place.path().equals(path) && start <= place.line() && place.line() <= end);
            if (isRight) {
                return result.path("rank").asInt();
            }
        }
        return 0;
    }
}
