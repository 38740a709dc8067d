package io.mnemolite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.e2e.Http.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The memory graph: contract section 3, and the routes of section 8 that fill it. */
class HttpMemoryGraphTest {

    private final Http http = SharedServer.emptied();

    @Test
    void nodes_areElementsOfCytoscapeNewestFirst() {
        String ada = node("{\"type\":\"person\",\"label\":\"Ada\",\"properties\":{\"born\":1815}}");
        String other = node("{}");
        String edge = edge(ada, other, "\"relation\":\"knows\"");

        Answer answer = http.get("/api/graph/nodes");

        JsonNode json = answer.json();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(json.at("/nodes/0/data/id").asText()).isEqualTo(other);
        assertThat(json.at("/nodes/0/data/label").asText()).isEqualTo(other.substring(0, 8));
        assertThat(json.at("/nodes/0/data/type").asText()).isEqualTo("unknown");
        assertThat(json.at("/nodes/1/data/label").asText()).isEqualTo("Ada");
        assertThat(json.at("/nodes/1/data/props")).isEqualTo(Http.tree("{\"born\":1815}"));
        assertThat(json.at("/nodes/1/data/created_at").asText()).endsWith("Z");
        assertThat(json.at("/edges/0/data/id").asText()).isEqualTo(edge);
        assertThat(json.at("/edges/0/data/source").asText()).isEqualTo(ada);
        assertThat(json.at("/edges/0/data/target").asText()).isEqualTo(other);
        assertThat(json.at("/edges/0/data/label").asText()).isEqualTo("knows");
        assertThat(json.path("stats")).isEqualTo(Http.tree("{\"total_nodes\":2,\"total_edges\":1}"));
        JsonNode persons = http.get("/api/graph/nodes/?node_type=person").json();
        assertThat(persons.path("stats")).isEqualTo(Http.tree("{\"total_nodes\":1,\"total_edges\":0}"));
    }

    @Test
    void expand_isUndirectedAndSaysTheLeastDepth() {
        String a = node("{\"label\":\"a\"}");
        String b = node("{\"label\":\"b\"}");
        String c = node("{\"label\":\"c\"}");
        edge(b, a, "\"relation\":null");
        edge(b, c, "\"relation\":\"x\"");

        JsonNode near = http.get("/api/graph/expand/" + a).json();
        JsonNode far = http.get("/api/graph/expand/" + a + "?depth=3").json();

        assertThat(near.path("stats")).isEqualTo(Http.tree("{\"total_nodes\":2,\"total_edges\":1,\"max_depth\":1}"));
        assertThat(near.at("/edges/0/data/label").asText()).isEqualTo("related_to");
        assertThat(far.findValuesAsText("depth")).containsExactly("0", "1", "2");
        assertThat(http.get("/api/graph/expand/" + UUID.randomUUID()).json().path("nodes"))
                .isEmpty();
    }

    @Test
    void write_isSeenByTheVeryNextReadThoughAnswersAreCached() {
        String a = node("{\"label\":\"a\"}");
        for (int i = 1; i <= 20; i++) {
            String b = node("{}");
            edge(a, b, "\"relation\":\"r\"");
            assertThat(http.get("/api/graph/expand/" + a)
                            .json()
                            .at("/stats/total_nodes")
                            .asInt())
                    .isEqualTo(i + 1);
        }
        long hits = graphHits();
        http.get("/api/graph/expand/" + a);
        assertThat(graphHits()).isEqualTo(hits + 1);
        assertThat(http.delete("/v1/graph/nodes/" + a).status()).isEqualTo(204);
        assertThat(http.get("/api/graph/expand/" + a).json().path("nodes")).isEmpty();
    }

    private long graphHits() {
        return http.get("/v1/events/cache/stats").json().at("/graph_cache/hits").asLong();
    }

    @Test
    void nodesAndEdges_areReadListedAndDeletedOneByOne() {
        String event = UUID.randomUUID().toString();
        String a = node("{\"id\":\"" + event + "\",\"type\":\"event\"}");
        String b = node("{\"label\":\"b\"}");
        String ab = edge(a, b, "\"properties\":{\"since\":2026}");

        assertThat(a).isEqualTo(event);
        assertThat(http.get("/v1/graph/nodes/" + a).json().path("label").isNull())
                .isTrue();
        assertThat(http.get("/v1/graph/edges/" + ab)
                        .json()
                        .at("/properties/since")
                        .asInt())
                .isEqualTo(2026);
        assertThat(http.get("/v1/graph/edges?node=" + b)
                        .json()
                        .at("/edges/0/id")
                        .asText())
                .isEqualTo(ab);
        assertThat(http.delete("/v1/graph/edges/" + ab).status()).isEqualTo(204);
        assertThat(http.delete("/v1/graph/edges/" + ab).status()).isEqualTo(404);
        assertThat(http.get("/v1/graph/edges/" + ab).sentence()).contains(ab).contains("was not found");
        assertThat(http.delete("/v1/graph/nodes/" + b).status()).isEqualTo(204);
        assertThat(http.get("/v1/graph/nodes/" + b).status()).isEqualTo(404);
    }

    @Test
    void list_pagesThroughAllOnce() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.addFirst(node("{}"));
        }
        List<String> read = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = http.get("/v1/graph/nodes?limit=2" + next).json();
            read.addAll(page.path("nodes").findValuesAsText("id"));
            next = page.path("next_cursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("next_cursor").asText();
        } while (!next.isEmpty());

        assertThat(read).isEqualTo(made);
    }

    @Test
    void idempotencyKey_createsOnce() {
        String key = UUID.randomUUID().toString();
        Answer first = http.post("/v1/graph/nodes", "{\"label\":\"once\"}", "Idempotency-Key", key);
        Answer second = http.post("/v1/graph/nodes/", "{\"label\":\"once\"}", "Idempotency-Key", key);
        Answer other = http.post("/v1/graph/nodes", "{\"label\":\"other\"}", "Idempotency-Key", key);
        String body = "{\"source\":\"" + first.id() + "\",\"target\":\"" + first.id() + "\"}";
        Answer edge = http.post("/v1/graph/edges", body, "Idempotency-Key", key);
        Answer again = http.post("/v1/graph/edges", body, "Idempotency-Key", key);

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.sentence()).contains(key).contains("another body");
        assertThat(edge.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(edge.body());
        http.delete("/v1/graph/edges/" + edge.id());
        assertThat(http.post("/v1/graph/edges", body, "Idempotency-Key", key).status())
                .isEqualTo(409);
    }

    @Test
    void edge_withoutItsEnds_is422WithASentenceThatNamesThem() {
        String a = node("{}");
        UUID nobody = UUID.randomUUID();
        Answer answer = http.post("/v1/graph/edges", "{\"source\":\"" + a + "\",\"target\":\"" + nobody + "\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.sentence()).contains("no node " + nobody).contains("POST /v1/graph/nodes");
        assertThat(http.post("/v1/graph/nodes", "{\"id\":\"" + a + "\"}").status())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/graph/nodes | [] | dict_type [\"body\"]",
                "/v1/graph/nodes | {\"id\":\"x\"} | uuid_parsing [\"body\",\"id\"]",
                "/v1/graph/nodes | {\"type\":7} | string_type [\"body\",\"type\"]",
                "/v1/graph/nodes | {\"properties\":null} | dict_type [\"body\",\"properties\"]",
                "/v1/graph/edges | {} | missing [\"body\",\"source\"]",
                "/v1/graph/edges | {\"source\":null,\"target\":null} | uuid_parsing [\"body\",\"source\"]",
            })
    void badBody_is422(String path, String body, String violation) {
        Answer answer = http.post(path, body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.violation()).isEqualTo(violation);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/graph/nodes?limit=0 | greater_than_equal [\"query\",\"limit\"]",
                "/api/graph/nodes?limit=1001 | less_than_equal [\"query\",\"limit\"]",
                "/api/graph/expand/x | uuid_parsing [\"path\",\"node_id\"]",
                "/api/graph/expand/00000000-0000-0000-0000-000000000000?depth=4 | less_than_equal [\"query\",\"depth\"]",
                "/v1/graph/edges?node=1 | uuid_parsing [\"query\",\"node\"]",
                "/v1/graph/nodes?cursor=x | value_error [\"query\",\"cursor\"]",
            })
    void badParameter_is422(String path, String violation) {
        Answer answer = http.get(path);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.violation()).isEqualTo(violation);
    }

    private String node(String body) {
        Answer answer = http.post("/v1/graph/nodes", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.id();
    }

    private String edge(String source, String target, String more) {
        Answer answer = http.post(
                "/v1/graph/edges", "{\"source\":\"" + source + "\",\"target\":\"" + target + "\"," + more + "}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.id();
    }
}
