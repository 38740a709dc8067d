package io.mnemolite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.e2e.CrashLedger.Expected;
import io.mnemolite.e2e.Http.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares what a server holds with what it has acknowledged. */
final class CrashAudit {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Http http;
    private final List<String> differences = new ArrayList<>();

    private CrashAudit(Http http) {
        this.http = http;
    }

    /** Fails unless every acknowledged event is there exactly once, by id, by its word and in the list. */
    static void check(Http http, CrashLedger ledger) {
        awaitIndex(http);
        CrashAudit audit = new CrashAudit(http);
        ledger.events().forEach(audit::byId);
        ledger.events().forEach(audit::byWord);
        audit.list(ledger.events());
        assertThat(audit.differences).isEmpty();
        assertThat(ledger.unexpected()).isEmpty();
    }

    /** Fails unless the server finds its own index to be right. */
    static void verify(Http http) {
        awaitIndex(http);
        Answer answer = http.get("/v1/verify");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("ok").asBoolean()).as(answer.body()).isTrue();
    }

    static void awaitIndex(Http http) {
        Polling.until(
                "the index is ready",
                PATIENCE,
                () -> http.get("/v1/index/status").json().path("state").asText().equals("ready"));
    }

    private void byId(String word, Expected expected) {
        Answer answer = http.get("/v1/events/" + expected.id());
        boolean isRight = expected.deleted()
                ? answer.status() == 404
                : answer.status() == 200 && isShown(answer.json(), word, expected);
        if (!isRight) {
            differences.add("by id: " + word + " " + expected + ", but " + answer.status() + " " + answer.body());
        }
    }

    private void byWord(String word, Expected expected) {
        Answer answer = http.get("/v1/search/?mode=lexical&include_embedding=false&vector_query=" + word);
        JsonNode found = answer.json().path("data");
        boolean isRight = answer.status() == 200
                && (expected.deleted() ? found.isEmpty() : found.size() == 1 && isShown(found.get(0), word, expected));
        if (!isRight) {
            differences.add("by word: " + word + " " + expected + ", but " + answer.status() + " " + answer.body());
        }
    }

    private void list(Map<String, Expected> events) {
        Map<String, Integer> listed = new HashMap<>();
        String cursor = "";
        do {
            Answer answer = http.get("/v1/events?limit=1000&include_embedding=false" + cursor);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            for (JsonNode event : answer.json().path("events")) {
                listed.merge(event.path("metadata").path("word").asText(), 1, Integer::sum);
            }
            String next = answer.json().path("next_cursor").asText("");
            cursor = next.isEmpty() || next.equals("null") ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        events.forEach((word, expected) -> {
            int count = listed.getOrDefault(word, 0);
            if (count != (expected.deleted() ? 0 : 1)) {
                differences.add("in the list: " + word + " " + expected + ", but " + count + " times");
            }
        });
    }

    private static boolean isShown(JsonNode event, String word, Expected expected) {
        JsonNode metadata = event.path("metadata");
        return event.path("id").asText().equals(expected.id())
                && metadata.path("word").asText().equals(word)
                && metadata.path("patched").asInt(-1) == expected.patched();
    }
}
