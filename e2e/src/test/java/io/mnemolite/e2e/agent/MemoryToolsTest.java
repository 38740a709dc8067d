package io.mnemolite.e2e.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The tools that remember, recall, read and forget, as an agent uses them. */
class MemoryToolsTest extends AgentServers {

    private static final String NOWHERE = "01890a5d-ac96-774b-bcce-b302099a8057";

    @Test
    void remember_answersWithTheReceiptOfWhatGetAndRecallFind() {
        Map<String, ?> metadata = Map.of("type", "decision", "n", 7);

        JsonNode receipt = client().call(
                        "remember", Map.of("text", "The ledger is kept in krones", "metadata", metadata))
                .expected();

        assertThat(receipt.path("durable").asBoolean()).isTrue();
        assertThat(receipt.path("searchable_by_words").asBoolean()).isTrue();
        assertThat(receipt.path("revision").asLong()).isPositive();
        assertThat(receipt.path("redacted_secrets").asInt()).isZero();
        String id = receipt.path("id").asText();
        JsonNode memory = get(id).path("memories").path(0);
        assertThat(memory.path("text").asText()).isEqualTo("The ledger is kept in krones");
        assertThat(memory.path("metadata").path("n").asInt()).isEqualTo(7);
        assertThat(memory.path("origin").asText()).isEqualTo("type=decision");
        assertThat(http().get("/v1/events/" + id)
                        .json()
                        .path("content")
                        .path("text")
                        .asText())
                .isEqualTo("The ledger is kept in krones");
        JsonNode found = client().call("recall", Map.of("query", "krones", "mode", "words"))
                .expected();
        assertThat(found.path("memories").findValuesAsText("id")).containsExactly(id);
        assertThat(found.path("completeness").asText()).isEqualTo("exact");
        assertThat(found.path("total").asLong()).isEqualTo(1);
    }

    @Test
    void remember_link_joinsTheMemoriesInTheGraph() {
        String cause = client().remember("The disk was full");

        JsonNode receipt = client().call(
                        "remember",
                        Map.of(
                                "text",
                                "The night's backup failed",
                                "links",
                                List.of(Map.of("to", cause, "relation", "caused_by"))))
                .expected();

        assertThat(receipt.path("links").asInt()).isEqualTo(1);
        String edges = http().get("/v1/graph/edges?node=" + receipt.path("id").asText())
                .body();
        assertThat(edges).contains(cause).contains("caused_by");
    }

    @Test
    void remember_linkToNothing_storesNothing() {
        String sentence = client().call(
                        "remember",
                        Map.of("text", "an unlinked quokka", "links", List.of(Map.of("to", NOWHERE, "relation", "x"))))
                .failure();

        assertThat(sentence).contains(NOWHERE).contains("nothing was stored");
        assertThat(words("quokka")).isEmpty();
    }

    @Test
    void remember_sameKey_isStoredOnce() {
        Map<String, ?> call = Map.of(
                "name",
                "remember",
                "arguments",
                Map.of("text", "a single wombat"),
                "_meta",
                Map.of("io.mnemolite/idempotency-key", "key-1"));

        String first = id(client().request("tools/call", call));
        String second = id(client().request("tools/call", call));

        assertThat(second).isEqualTo(first);
        assertThat(words("wombat")).containsExactly(first);
    }

    @Test
    void remember_sameKeyOtherText_isRefused() {
        Map<String, ?> meta = Map.of("io.mnemolite/idempotency-key", "key-2");
        client().request(
                        "tools/call",
                        Map.of("name", "remember", "arguments", Map.of("text", "one numbat"), "_meta", meta));

        ToolReply other = ToolReply.of(client().request(
                        "tools/call",
                        Map.of("name", "remember", "arguments", Map.of("text", "another numbat"), "_meta", meta)));

        assertThat(other.failure()).containsIgnoringCase("key");
        assertThat(words("numbat")).hasSize(1);
    }

    @Test
    void remember_secret_isReplacedAndCounted() {
        String token = "ghp" + "_" + "k7Qw2Zx9Lm4T".repeat(3);

        JsonNode receipt = client().call("remember", Map.of("text", "the bilby deploys with " + token))
                .expected();

        assertThat(receipt.path("redacted_secrets").asInt()).isEqualTo(1);
        assertThat(get(receipt.path("id").asText()).toString())
                .contains("[redacted: github-token]")
                .doesNotContain(token);
    }

    @Test
    void recall_nothing_saysWhy() {
        ToolReply reply =
                client().call("recall", Map.of("query", "x", "metadata", Map.of("kind", "of which there is none")));

        assertThat(reply.expected().path("memories")).isEmpty();
        assertThat(reply.expected().path("total").asLong()).isZero();
        assertThat(reply.expected().path("empty_because")).isNotEmpty();
        assertThat(reply.text())
                .startsWith("No memory found.")
                .contains(reply.structured().path("empty_because").path(0).asText());
    }

    @Test
    void recall_since_isAHardLimit() {
        client().call("remember", Map.of("text", "an old dugong", "timestamp", "2020-01-01"))
                .expected();
        String recent = client().call("remember", Map.of("text", "a recent dugong", "timestamp", "2024-01-01"))
                .expected()
                .path("id")
                .asText();

        JsonNode found = client().call("recall", Map.of("query", "dugong", "mode", "words", "since", "2023-01-01"))
                .expected();

        assertThat(found.path("memories").findValuesAsText("id")).containsExactly(recent);
    }

    @Test
    void recall_recency_reordersAndHidesNothing() {
        String text = "a dibbler was seen";
        String old = client().call("remember", Map.of("text", text, "timestamp", "2001-01-01"))
                .expected()
                .path("id")
                .asText();
        String recent = client().call("remember", Map.of("text", text))
                .expected()
                .path("id")
                .asText();

        JsonNode found = client().call("recall", Map.of("query", "dibbler", "mode", "words", "recency_days", 10))
                .expected();

        assertThat(found.path("memories").findValuesAsText("id")).containsExactly(recent, old);
    }

    @Test
    void recall_explain_namesTheChannel() {
        client().remember("one thylacine");

        JsonNode found = client().call("recall", Map.of("query", "thylacine", "mode", "words", "explain", true))
                .expected();

        assertThat(found.path("memories").path(0).path("why").asText()).contains("words: place 1");
        assertThat(found.path("memories").path(0).path("score").asDouble()).isPositive();
        assertThat(found.path("memories").path(0).path("tokens").asInt()).isPositive();
    }

    @Test
    void get_unknown_isNamedMissing() {
        String known = client().remember("a known potoroo");

        JsonNode answer =
                client().call("get", Map.of("ids", List.of(known, NOWHERE))).expected();

        assertThat(answer.path("memories").findValuesAsText("id")).containsExactly(known);
        assertThat(answer.path("missing")).extracting(JsonNode::asText).containsExactly(NOWHERE);
    }

    @Test
    void forget_filter_countsUntilToldOtherwise() {
        Map<String, ?> metadata = Map.of("herd", "of gnus");
        for (int i = 0; i < 3; i++) {
            client().call("remember", Map.of("text", "gnu " + i, "metadata", metadata))
                    .expected();
        }

        JsonNode counted = client().call("forget", Map.of("metadata", metadata)).expected();
        assertThat(counted.path("dry_run").asBoolean()).isTrue();
        assertThat(counted.path("matched").asLong()).isEqualTo(3);
        assertThat(counted.path("deleted").asLong()).isZero();
        assertThat(words("gnu")).hasSize(3);

        JsonNode deleted = client().call("forget", Map.of("metadata", metadata, "dry_run", false))
                .expected();
        assertThat(deleted.path("deleted").asLong()).isEqualTo(3);
        assertThat(words("gnu")).isEmpty();
    }

    @Test
    void forget_ids_deletesAtOnceUnlessItIsADryRun() {
        String id = client().remember("a forgettable tenrec");

        JsonNode dry = client().call("forget", Map.of("ids", List.of(id), "dry_run", true))
                .expected();
        assertThat(dry.path("matched").asLong()).isEqualTo(1);
        assertThat(words("tenrec")).containsExactly(id);
        JsonNode done =
                client().call("forget", Map.of("ids", List.of(id, NOWHERE))).expected();

        assertThat(done.path("deleted").asLong()).isEqualTo(1);
        assertThat(done.path("missing")).extracting(JsonNode::asText).containsExactly(NOWHERE);
        assertThat(words("tenrec")).isEmpty();
        assertThat(get(id).path("missing")).hasSize(1);
    }

    /** The ids of what words find. */
    private List<String> words(String query) {
        List<String> ids = new ArrayList<>();
        client().call("recall", Map.of("query", query, "mode", "words"))
                .expected()
                .path("memories")
                .forEach(memory -> ids.add(memory.path("id").asText()));
        return ids;
    }

    private JsonNode get(String id) {
        return client().call("get", Map.of("ids", List.of(id))).expected();
    }

    private static String id(JsonNode message) {
        return ToolReply.of(message).expected().path("id").asText();
    }
}
