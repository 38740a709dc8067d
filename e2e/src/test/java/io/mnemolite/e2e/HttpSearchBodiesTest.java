package io.mnemolite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.e2e.Http.Answer;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /v1/search}, {@code /content}, {@code /similarity} (contract sections 2 and 8). */
class HttpSearchBodiesTest {

    private static Http http = SharedServer.http();

    @BeforeAll
    static void sixEvents() {
        http = SharedServer.emptied();
        SearchCorpus.store(http);
    }

    @Test
    void post_noQuery_isNewestFirstInTheEventsEnvelope() {
        JsonNode answer = http.post("/v1/search", "{}").json();

        assertThat(HttpEventsTest.keys(answer)).containsExactly("events", "total", "total_relation");
        assertThat(answer.path("total").asInt()).isEqualTo(6);
        assertThat(names(answer)).containsExactly("six", "five", "four", "three", "two", "one");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"query":null,"metadata":null,"ts_start":null,"ts_end":null}  | [six, five, four, three, two, one]
            {"query":"  ","limit":1}                                      | [six]
            {"metadata":{"parity":"odd"}}                                 | [five, three, one]
            {"metadata":{"parity":"odd"},"limit":1,"offset":1}            | [three]
            {"ts_start":"2024-05-05","limit":1000}                        | [six, five]
            {"ts_end":1714651200}                                         | [two, one]
            {"ts_start":"2024-05-03T14:00:00+02:00","ts_end":"2024-05-03T12:00:00Z"} | [three]
            {"ts_start":"2024-05-03","ts_end":"2024-05-02"}               | []
            {"offset":6}                                                  | []
            {"query":"marmalade four","mode":"lexical","limit":1}         | [four]
            {"query":"four","mode":"lexical","metadata":{"parity":"odd"}} | []
            {"query":"x","metadata":{"parity":"none"}}                    | []
            """)
    void post_body_selects(String body, String expected) {
        Answer answer = http.post("/v1/search/", body);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(names(answer.json())).hasToString(expected);
    }

    @Test
    void post_textOfAnEvent_findsItAtDistanceZero() {
        http.store("{\"name\":\"twin\",\"text\":\"exactly these words\"}", "{\"twin\":1}");

        JsonNode answer = http.post("/v1/search/", "{\"query\":\" exactly these words \",\"distance_threshold\":0.001}")
                .json();
        http.delete(Http.query("/v1/events", "metadata", "{\"twin\":1}"));

        assertThat(names(answer)).containsExactly("twin");
        assertThat(answer.path("events").path(0).path("similarity_score").asDouble())
                .isLessThan(1e-6);
        assertThat(answer.path("total").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?include_embedding=false", ""})
    void post_withoutEmbedding_byParameterOrMember(String query) {
        String body = query.isEmpty() ? "{\"include_embedding\":false}" : "{}";

        JsonNode answer = http.post("/v1/search/" + query, body).json();

        assertThat(answer.path("events"))
                .hasSize(6)
                .allMatch(event ->
                        event.has("embedding") && event.path("embedding").isNull());
        assertThat(http.post("/v1/search/", "{}").json().path("events").path(1).path("embedding"))
                .hasSize(SharedServer.DIMENSION);
    }

    @Test
    void post_explain_saysHowAndWhy() {
        JsonNode answer = http.post("/v1/search/", "{\"query\":\"xylophone\",\"mode\":\"lexical\",\"explain\":true}")
                .json();

        assertThat(HttpEventsTest.keys(answer.path("explanation")))
                .containsExactly(
                        "mode",
                        "vector_candidates",
                        "lexical_candidates",
                        "fallback",
                        "awaiting_vector",
                        "empty_because");
        assertThat(answer.path("explanation").path("lexical_candidates").asInt())
                .isZero();
        assertThat(answer.path("explanation").path("empty_because")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"query":5}                   | string_type ["body","query"]
            {"metadata":"x"}              | dict_type ["body","metadata"]
            {"limit":0}                   | greater_than_equal ["body","limit"]
            {"limit":1001}                | less_than_equal ["body","limit"]
            {"limit":"ten"}               | int_parsing ["body","limit"]
            {"offset":-1}                 | greater_than_equal ["body","offset"]
            {"ts_start":"tomorrow"}       | datetime_parsing ["body","ts_start"]
            {"ts_end":[]}                 | datetime_parsing ["body","ts_end"]
            {"distance_threshold":2.01}   | less_than_equal ["body","distance_threshold"]
            {"distance_threshold":-1}     | greater_than_equal ["body","distance_threshold"]
            {"distance_threshold":"far"}  | float_parsing ["body","distance_threshold"]
            {"explain":"maybe"}           | bool_parsing ["body","explain"]
            {"mode":"fuzzy"}              | enum ["body","mode"]
            []                            | dict_type ["body"]
            {"query":                     | json_invalid ["body"]
            """)
    void post_wrongMember_is422AtItsPlace(String body, String violation) {
        Answer answer = http.post("/v1/search/", body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.violation()).isEqualTo(violation);
    }

    @Test
    void content_isLexical() {
        JsonNode answer =
                http.post("/v1/search/content", "{\"query\":\"three\"}").json();

        assertThat(HttpEventsTest.keys(answer)).containsExactly("data", "meta");
        assertThat(answer.path("data").findValuesAsText("name")).containsExactly("three");
        assertThat(answer.path("data").path(0).path("similarity_score").isNull())
                .isTrue();
        assertThat(answer.path("meta").path("total_hits").asInt()).isEqualTo(1);
    }

    @Test
    void similarity_isNearestVectorsWithoutThreshold() {
        JsonNode answer = http.post("/v1/search/similarity/", "{\"query\":\"anything\",\"limit\":1000}")
                .json();

        assertThat(answer.path("data").findValuesAsText("name")).hasSize(5).doesNotContain("six");
        assertThat(answer.path("meta").path("total_hits").asInt()).isEqualTo(5);
        List<Double> distances = answer.path("data").findValues("similarity_score").stream()
                .map(JsonNode::asDouble)
                .toList();
        assertThat(distances).isSorted().allMatch(distance -> distance > 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"content", "similarity"})
    void textRoutes_wrongBody_is422(String route) {
        String path = "/v1/search/" + route;

        assertThat(http.post(path, "{}").violation()).isEqualTo("missing [\"body\",\"query\"]");
        assertThat(http.post(path, "{\"query\":null}").violation()).isEqualTo("string_type [\"body\",\"query\"]");
        assertThat(http.post(path, "{\"query\":\"x\",\"limit\":0}").violation())
                .isEqualTo("greater_than_equal [\"body\",\"limit\"]");
        assertThat(http.post(path, "{\"query\":\"x\",\"limit\":1001}").violation())
                .isEqualTo("less_than_equal [\"body\",\"limit\"]");
        assertThat(http.post(path, "{\"query\":\"x\",\"limit\":1}")
                        .json()
                        .path("meta")
                        .path("limit")
                        .asInt())
                .isEqualTo(1);
    }

    private static List<String> names(JsonNode answer) {
        return answer.path("events").findValuesAsText("name");
    }
}
