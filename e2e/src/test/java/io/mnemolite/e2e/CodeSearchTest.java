package io.mnemolite.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.mnemolite.e2e.Http.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /v1/code/search}: contract section 4.2, and the search of text. */
class CodeSearchTest {

    private static final String REPOSITORY = "search-test";
    private static final String FILTER = "\"filters\":{\"repository\":\"" + REPOSITORY + "\"}";

    private final Http http = SharedServer.http();

    @BeforeEach
    void index() {
        CodeCorpus.demo(REPOSITORY).with("commit_hash", "abc123").index(http);
        Polling.until("every vector is made", Duration.ofSeconds(30), () -> awaited() == 0);
    }

    private int awaited() {
        for (JsonNode repository : http.get("/v1/code/index/status").json().path("repositories")) {
            if (repository.path("repository").asText().equals(REPOSITORY)) {
                return repository.path("vectors_awaited").asInt();
            }
        }
        return -1;
    }

    private JsonNode post(String route, String members) {
        Answer answer = http.post("/v1/code/search/" + route, "{" + FILTER + "," + members + "}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static String vector(int dimension) {
        return new ArrayList<>(Collections.nCopies(dimension, 0.5)).toString();
    }

    @Test
    void hybrid_answersWithEveryMember() {
        JsonNode answer = post("hybrid", "\"query\":\"read line\"");

        // The test's vectors know no meaning, so any rank may be its.
        JsonNode result = JsonNodeFactory.instance.missingNode();
        int rank = 0;
        for (JsonNode each : answer.path("results")) {
            assertThat(each.path("rank").asInt()).isEqualTo(++rank);
            result = each.path("name").asText().equals("readLine") ? each : result;
        }
        assertThat(result.path("language").asText()).isEqualTo("java");
        assertThat(result.path("chunk_type").asText()).isEqualTo("method");
        assertThat(result.path("file_path").asText()).isEqualTo("src/LineReader.java");
        assertThat(result.path("source_code").asText()).contains("source.isEmpty()");
        assertThat(result.path("related_nodes").isArray()).isTrue();
        JsonNode metadata = result.path("metadata");
        assertThat(metadata.path("signature").asText())
                .contains("readLine(String source)")
                .doesNotContain("count++");
        assertThat(metadata.path("parameters")).hasSize(1);
        assertThat(metadata.path("complexity").path("cyclomatic").asInt()).isEqualTo(2);
        assertThat(metadata.path("repository").asText()).isEqualTo(REPOSITORY);
        assertThat(metadata.path("commit_hash").asText()).isEqualTo("abc123");
        assertThat(metadata.path("qualified_name").asText()).endsWith("LineReader.readLine");
        assertThat(metadata.path("start_line").asInt()).isBetween(8, 10);
        assertThat(metadata.path("end_line").asInt()).isBetween(12, 14);
        double distance = result.path("vector_distance").asDouble();
        assertThat(result.path("vector_similarity").asDouble()).isCloseTo(1 - distance / 2, within(1e-12));
        assertThat(result.path("lexical_score").asDouble()).isPositive();
        double sum = 0;
        for (JsonNode term : result.path("contribution")) {
            sum += term.asDouble();
        }
        assertThat(result.path("rrf_score").asDouble()).isCloseTo(sum, within(1e-12));

        JsonNode summary = answer.path("metadata");
        assertThat(summary.path("total_results").asInt())
                .isEqualTo(answer.path("results").size());
        for (String member : List.of("lexical_count", "vector_count", "unique_after_fusion")) {
            assertThat(summary.path(member).asInt()).as(member).isPositive();
        }
        assertThat(summary.path("lexical_enabled").asBoolean()).isTrue();
        assertThat(summary.path("vector_enabled").asBoolean()).isTrue();
        assertThat(summary.path("graph_expansion_enabled").asBoolean()).isFalse();
        assertThat(summary.path("lexical_weight").asDouble()).isEqualTo(0.4);
        assertThat(summary.path("vector_weight").asDouble()).isEqualTo(0.6);
        for (String member : List.of("execution_time_ms", "lexical_time_ms", "vector_time_ms", "fusion_time_ms")) {
            assertThat(summary.path(member).isNumber()).as(member).isTrue();
        }
        assertThat(summary.path("graph_time_ms").isNull()).isTrue();
        assertThat(summary.path("channels").toString()).isEqualTo("[\"lexical\",\"vector\"]");
    }

    @Test
    void hybrid_oneChannel_isThatChannelAlone() {
        JsonNode lexical = post("hybrid", "\"query\":\"read line\",\"enable_vector\":false");
        assertThat(lexical.path("results").path(0).path("vector_distance").isNull())
                .isTrue();
        assertThat(lexical.path("metadata").path("vector_time_ms").isNull()).isTrue();
        assertThat(lexical.path("metadata").path("vector_count").asInt()).isZero();

        JsonNode vector = post("hybrid", "\"query\":\"read line\",\"enable_lexical\":false,\"top_k\":2");
        assertThat(vector.path("results")).hasSize(2);
        assertThat(vector.path("results").path(0).path("lexical_score").isNull())
                .isTrue();
        assertThat(vector.path("results").path(0).path("rrf_score").asDouble()).isCloseTo(0.6 / 61, within(1e-12));
    }

    @Test
    void hybrid_autoWeights_followTheQuery() {
        JsonNode metadata = post("hybrid", "\"query\":\"a.b(c).d(e)\",\"auto_weights\":true")
                .path("metadata");

        assertThat(metadata.path("lexical_weight").asDouble()).isEqualTo(0.3);
        assertThat(metadata.path("vector_weight").asDouble()).isEqualTo(0.7);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hybrid  | {"query":" "}                                                       | 400
            hybrid  | {"query":"x","enable_lexical":false,"enable_vector":false}          | 400
            hybrid  | {"query":"x","embedding_text":[1,2]}                                | 400
            hybrid  | {"query":"x","embedding_code":"no"}                                 | 400
            hybrid  | {}                                                                  | 422
            hybrid  | {"query":""}                                                        | 422
            hybrid  | {"query":"x","top_k":0}                                             | 422
            hybrid  | {"query":"x","top_k":101}                                           | 422
            hybrid  | {"query":"x","lexical_weight":1.1}                                  | 422
            hybrid  | {"query":"x","candidate_pool_size":9}                               | 422
            hybrid  | {"query":"x","filters":[]}                                          | 422
            hybrid  | {"query":"x","filters":{"language":1}}                              | 422
            lexical | {"query":"\\t"}                                                     | 400
            lexical | {"query":"x","limit":1001}                                          | 422
            vector  | {}                                                                  | 400
            vector  | {"embedding":[1]}                                                   | 400
            text    | {"pattern":"("      ,"mode":"regex"}                                | 422
            text    | {"pattern":"x","mode":"glob"}                                       | 422
            text    | {"pattern":"x","context":11}                                        | 422
            text    | {"pattern":"((((a{100}){100}){100}){100})","mode":"regex"}          | 422
            """)
    void wrongRequests_areTheClientsFault(String route, String body, int status) {
        Answer answer = http.post("/v1/code/search/" + route, body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().has("detail")).isTrue();
    }

    @Test
    void hybrid_longQuery_is422() {
        assertThat(http.post("/v1/code/search/hybrid", "{\"query\":\"" + "x".repeat(1_001) + "\"}")
                        .violation())
                .isEqualTo("string_too_long [\"body\",\"query\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*:*", "a AND (", "\\\"", "'; drop table x; --", "🎈", "漢字", "{}", "..", "\\u0007"})
    void lexical_oddQueries_areWords(String query) {
        assertThat(post("lexical", "\"query\":\"" + query + "\"")
                        .path("results")
                        .isArray())
                .isTrue();
    }

    @Test
    void lexical_answersWithEveryMember() {
        JsonNode answer = post("lexical", "\"query\":\"average compute\"");

        JsonNode first = answer.path("results").path(0);
        assertThat(first.path("name").asText()).isEqualTo("compute");
        assertThat(first.path("similarity_score").asDouble()).isPositive();
        assertThat(first.path("rank").asInt()).isEqualTo(1);
        assertThat(answer.path("total_results").asInt())
                .isEqualTo(answer.path("results").size());
    }

    @Test
    void filters_areExact() {
        for (String language : List.of("java", "python")) {
            JsonNode answer = http.post(
                            "/v1/code/search/lexical",
                            "{\"query\":\"line sum values\",\"filters\":{\"repository\":\"" + REPOSITORY
                                    + "\",\"language\":\"" + language + "\"}}")
                    .json();
            assertThat(answer.path("results"))
                    .isNotEmpty()
                    .allSatisfy(result ->
                            assertThat(result.path("language").asText()).isEqualTo(language));
        }
        assertThat(http.post("/v1/code/search/lexical", "{\"query\":\"line\",\"filters\":{\"repository\":\"other\"}}")
                        .json()
                        .path("results"))
                .isEmpty();
    }

    @Test
    void vector_isByCosineDistance() {
        JsonNode answer = post("vector", "\"embedding\":" + vector(SharedServer.DIMENSION) + ",\"limit\":3");

        assertThat(answer.path("embedding_domain").asText()).isEqualTo("TEXT");
        assertThat(answer.path("results")).hasSize(3);
        double before = 0;
        for (JsonNode result : answer.path("results")) {
            double distance = result.path("distance").asDouble();
            assertThat(distance).isBetween(before, 2.0);
            assertThat(result.path("similarity").asDouble()).isCloseTo(1 - distance / 2, within(1e-12));
            assertThat(result.path("embedding_domain").asText()).isEqualTo("TEXT");
            before = distance;
        }
        assertThat(http.post(
                                "/v1/code/search/vector",
                                "{\"embedding\":" + vector(SharedServer.DIMENSION)
                                        + ",\"embedding_domain\":\"HYBRID\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void text_literal_isGroupedByFileWithLinesAndContext() {
        JsonNode answer = post("text", "\"pattern\":\"values\",\"context\":1");

        assertThat(answer.path("files")).hasSize(1);
        JsonNode file = answer.path("files").path(0);
        assertThat(file.path("file_path").asText()).isEqualTo("tools/totals.py");
        assertThat(file.path("matches").path(0).toString())
                .isEqualTo(
                        "{\"line\":4,\"end_line\":4,\"column\":20,\"text\":\"def sum_of_squares(values):\","
                                + "\"before\":[\"\"],\"after\":[\"    \\\"\\\"\\\"Add up the squares of all values.\\\"\\\"\\\"\"]}");
        assertThat(answer.path("completeness").asText()).isEqualTo("exact");
        assertThat(answer.path("total_lines").asInt())
                .isEqualTo(file.path("matches").size());
        assertThat(post("text", "\"pattern\":\"VALUES\"").path("files")).isEmpty();
        assertThat(post("text", "\"pattern\":\"VALUES\",\"case_sensitive\":false")
                        .path("files"))
                .hasSize(1);
        assertThat(post("text", "\"pattern\":\"a+b\"").path("files")).isEmpty();
    }

    @Test
    void text_regex_andItsCut() {
        JsonNode answer = post("text", "\"pattern\":\"^class \\\\w+\",\"mode\":\"regex\"");
        assertThat(answer.path("total_files").asInt()).isEqualTo(2);

        JsonNode cut = post("text", "\"pattern\":\"^class \\\\w+\",\"mode\":\"regex\",\"limit\":1");
        assertThat(cut.path("total_files").asInt()).isEqualTo(1);
        assertThat(cut.path("completeness").asText()).isEqualTo("lower_bound");
        assertThat(cut.path("cut_because").asText()).contains("limit of 1 files");
    }

    @Test
    void search_afterAWrite_seesIt() {
        String name = "veryUncommonName";
        assertThat(post("lexical", "\"query\":\"" + name + "\"").toString()).doesNotContain(name);
        CodeCorpus.of(REPOSITORY)
                .file("late.py", "def " + name + "():\n    pass\n")
                .index(http);
        assertThat(post("lexical", "\"query\":\"" + name + "\"").toString()).contains(name);
        CodeCorpus.of(REPOSITORY)
                .with("deleted_paths", JsonNodeFactory.instance.arrayNode().add("late.py"))
                .index(http);
        assertThat(post("lexical", "\"query\":\"" + name + "\"").toString()).doesNotContain(name);
    }

    @Test
    void health_namesTheServices() {
        JsonNode health = http.get("/v1/code/search/health").json();

        assertThat(health.path("status").asText()).isEqualTo("healthy");
        assertThat(health.path("required_tables").asText()).isEqualTo("8/8");
        for (String service : List.of("lexical_search", "vector_search", "rrf_fusion", "hybrid_search")) {
            assertThat(health.path("services").path(service).asBoolean())
                    .as(service)
                    .isTrue();
        }
    }
}
