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

/** {@code GET /v1/search} and {@code GET /v1/search/metadata} (contract sections 2 and 8). */
class HttpSearchTest {

    private static Http http = SharedServer.http();

    /** Five events at 0.1, 0.2 … 0.5 from the origin, a day apart, and a sixth without a vector. */
    @BeforeAll
    static void sixEvents() {
        http = SharedServer.emptied();
        SearchCorpus.store(http);
    }

    @Test
    void get_noQuery_isNewestFirstInTheDataEnvelope() {
        JsonNode answer = http.get("/v1/search").json();

        assertThat(HttpEventsTest.keys(answer)).containsExactly("data", "meta");
        assertThat(answer.path("meta"))
                .isEqualTo(Http.tree("{\"limit\":10,\"offset\":0,\"total_hits\":6,\"total_relation\":\"eq\"}"));
        assertThat(names(answer)).containsExactly("six", "five", "four", "three", "two", "one");
        answer.path("data")
                .forEach(event ->
                        assertThat(event.path("similarity_score").isNull()).isTrue());
        assertThat(HttpEventsTest.keys(answer.path("data").path(0)))
                .containsExactly("id", "timestamp", "content", "metadata", "embedding", "similarity_score");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            filter_metadata | {"parity":"even"}            | [six, four, two]
            filter_metadata | {"deep":{"n":3}}             | [three]
            filter_metadata | {}                           | [six, five, four, three, two, one]
            filter_metadata | ``                           | [six, five, four, three, two, one]
            filter_metadata | {"parity":"none"}            | []
            ts_start        | 2024-05-05T12:00:00Z         | [six, five]
            ts_end          | 2024-05-02T12:00:00Z         | [two, one]
            ts_start        | 2024-05-06T14:00:00+02:00    | [six]
            ts_start        | 2024-05-06                   | [six]
            limit           | 2                            | [six, five]
            offset          | 4                            | [two, one]
            offset          | 6                            | []
            offset          | 2147483647                   | []
            vector_query    | ``                           | [six, five, four, three, two, one]
            vector_query    | `   `                        | [six, five, four, three, two, one]
            """)
    void get_oneParameter_narrowsTheFilterResult(String name, String value, String expected) {
        Answer answer = http.get(Http.query("/v1/search/", name, value));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(names(answer.json())).hasToString(expected);
    }

    @Test
    void get_plusOfTheZoneThatArrivedAsASpace_isUnderstood() {
        assertThat(names(http.get("/v1/search/?ts_start=2024-05-06T14:00:00+02:00")
                        .json()))
                .containsExactly("six");
    }

    @Test
    void get_boundsInTheWrongOrder_yieldNothing() {
        JsonNode answer = http.get("/v1/search/?ts_start=2024-05-03&ts_end=2024-05-02&explain=true")
                .json();

        assertThat(names(answer)).isEmpty();
        assertThat(answer.path("meta").path("total_hits").asInt()).isZero();
        assertThat(answer.path("explanation").path("empty_because").path(0).asText())
                .contains("2024-05-03T00:00:00Z lies after ts_end 2024-05-02T00:00:00Z");
    }

    @Test
    void get_vector_answersWithinTheThresholdNearestFirst() {
        JsonNode answer = vectorSearch("distance_threshold", "0.3500");

        assertThat(names(answer)).containsExactly("one", "two", "three");
        assertThat(answer.path("meta").path("total_hits").asInt()).isEqualTo(3);
        assertThat(answer.path("data").findValues("similarity_score").stream().mapToDouble(JsonNode::asDouble))
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-6 ? 0 : Double.compare(a, b))
                .containsExactly(0.1, 0.2, 0.3);
    }

    @Test
    void get_threshold2_isNone() {
        http.post(
                "/v1/events/",
                "{\"content\":{\"name\":\"far\"},\"metadata\":{\"far\":1},\"embedding\":" + Vectors.startingWith(50)
                        + "}");

        JsonNode answer = vectorSearch("distance_threshold", "2.0");
        http.delete(Http.query("/v1/events", "metadata", "{\"far\":1}"));

        assertThat(names(answer)).containsExactly("one", "two", "three", "four", "five", "far");
    }

    @Test
    void get_vectorPages_haveTheSameTotalAndEveryEventOnce() {
        assertThat(names(vectorSearch("limit", "2"))).containsExactly("one", "two");
        JsonNode second = vectorSearch("limit", "2", "offset", "2");
        JsonNode third = vectorSearch("limit", "2", "offset", "4");
        JsonNode past = vectorSearch("limit", "2", "offset", "5", "explain", "true");

        assertThat(names(second)).containsExactly("three", "four");
        assertThat(names(third)).containsExactly("five");
        assertThat(names(past)).isEmpty();
        for (JsonNode page : List.of(second, third, past)) {
            assertThat(page.path("meta").path("total_hits").asInt()).isEqualTo(5);
        }
        assertThat(past.path("explanation").path("empty_because").path(0).asText())
                .isEqualTo("The offset 5 lies past the last of 5 matches.");
    }

    @Test
    void get_nothingWithinTheThreshold_fallsBackOnEveryPage() {
        JsonNode first = vectorSearch("distance_threshold", "0.05", "limit", "2", "explain", "true");
        JsonNode past = vectorSearch("distance_threshold", "0.05", "offset", "5");

        assertThat(names(first)).containsExactly("one", "two");
        assertThat(first.path("meta").path("total_hits").asInt()).isEqualTo(5);
        assertThat(first.path("explanation").path("fallback").asBoolean()).isTrue();
        assertThat(names(past)).isEmpty();
        assertThat(past.path("meta").path("total_hits").asInt()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            filter_metadata | {"parity":"odd"}
            ts_start        | 2024-01-01
            ts_end          | 2034-01-01
            """)
    void get_filterAndNothingWithinTheThreshold_doesNotFallBack(String name, String value) {
        JsonNode answer = vectorSearch("distance_threshold", "0.05", name, value, "explain", "true");

        assertThat(names(answer)).isEmpty();
        assertThat(answer.path("explanation").path("fallback").asBoolean()).isFalse();
        assertThat(answer.path("explanation").path("empty_because").path(0).asText())
                .startsWith("No event lies within the distance threshold 0.05");
    }

    @Test
    void get_filterAndVector_narrowBoth() {
        JsonNode answer = vectorSearch("filter_metadata", "{\"parity\":\"odd\"}", "ts_start", "2024-05-02");

        assertThat(names(answer)).containsExactly("three", "five");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lexical | lexical_rank | vector_rank
            vector  | vector_rank  | lexical_rank
            """)
    void get_mode_runsThatChannelAlone(String mode, String ran, String other) {
        JsonNode answer = http.get(Http.query(
                        "/v1/search/",
                        "vector_query",
                        mode.equals("lexical") ? "marmalade two" : Vectors.startingWith(),
                        "mode",
                        mode,
                        "explain",
                        "true"))
                .json();

        assertThat(names(answer)).first().isEqualTo(mode.equals("lexical") ? "two" : "one");
        assertThat(answer.path("explanation").path("mode").asText()).isEqualTo(mode);
        JsonNode hit = answer.path("data").path(0);
        assertThat(hit.path("explanation").path(ran).asInt()).isEqualTo(1);
        assertThat(hit.path("explanation").get(other).isNull()).isTrue();
        assertThat(hit.path("similarity_score").isNull()).isEqualTo(mode.equals("lexical"));
    }

    @Test
    void get_hybrid_fusesBothChannels() {
        JsonNode answer = http.get(Http.query(
                        "/v1/search/",
                        "vector_query",
                        "marmalade two",
                        "mode",
                        "hybrid",
                        "explain",
                        "true",
                        "distance_threshold",
                        "2.0"))
                .json();

        JsonNode first = answer.path("data").path(0);
        assertThat(names(answer)).hasSize(6).first().isEqualTo("two");
        assertThat(first.path("explanation").path("vector_rank").isInt()).isTrue();
        assertThat(first.path("explanation").path("lexical_rank").asInt()).isEqualTo(1);
        assertThat(first.path("explanation").path("fused_score").asDouble()).isPositive();
        assertThat(answer.path("meta").path("total_hits").asInt()).isEqualTo(6);
    }

    @Test
    void get_lexicalWithoutAMatch_saysWhy() {
        JsonNode answer = http.get("/v1/search/?vector_query=xylophone&mode=lexical&explain=true")
                .json();

        assertThat(names(answer)).isEmpty();
        assertThat(answer.path("explanation").path("empty_because").path(0).asText())
                .isEqualTo("No event that passes the filter contains any of the words.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            limit              | 0     | greater_than_equal ["query","limit"]
            limit              | 101   | less_than_equal ["query","limit"]
            limit              | x     | int_parsing ["query","limit"]
            offset             | -1    | greater_than_equal ["query","offset"]
            distance_threshold | -0.1  | greater_than_equal ["query","distance_threshold"]
            distance_threshold | 2.1   | less_than_equal ["query","distance_threshold"]
            distance_threshold | NaN   | float_parsing ["query","distance_threshold"]
            explain            | maybe | bool_parsing ["query","explain"]
            include_embedding  | 2     | bool_parsing ["query","include_embedding"]
            mode               | fuzzy | enum ["query","mode"]
            """)
    void get_parameterOutOfBounds_is422(String name, String value, String violation) {
        Answer answer = http.get(Http.query("/v1/search/", name, value));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.violation()).isEqualTo(violation);
        assertThat(answer.json().path("detail").path(0).path("input").asText()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[1]", "5", "null", "not json", "{\"a\":1} x"})
    void get_metadataThatIsNoObject_is400ThatShowsIt(String value) {
        Answer filter = http.get(Http.query("/v1/search/", "filter_metadata", value));
        Answer metadata = http.get(Http.query("/v1/search/metadata", "metadata_filter", value));

        assertThat(filter.status()).isEqualTo(400);
        assertThat(filter.sentence()).startsWith("filter_metadata is '" + value + "', which is no JSON object;");
        assertThat(metadata.status()).isEqualTo(400);
        assertThat(metadata.sentence()).startsWith("metadata_filter is '" + value + "', which is no JSON object;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ts_start", "ts_end"})
    void get_unreadableBound_is400(String name) {
        Answer answer = http.get("/v1/search/?" + name + "=2024-13-01");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.sentence()).startsWith(name + " is '2024-13-01', which is no timestamp;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "[1", "[1,2,3]", "[\"a\"]", "[NaN]", " [1]"})
    void get_badVector_is422WithASentence(String value) {
        Answer answer = http.get(Http.query("/v1/search/", "vector_query", value));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.sentence()).startsWith("vector_query").contains("384 numbers");
    }

    @Test
    void metadata_filter_answersTheDataEnvelope() {
        JsonNode answer = http.get(
                        Http.query("/v1/search/metadata", "metadata_filter", "{\"parity\":\"even\"}", "limit", "2"))
                .json();

        assertThat(names(answer)).containsExactly("six", "four");
        assertThat(answer.path("meta"))
                .isEqualTo(Http.tree("{\"limit\":2,\"offset\":0,\"total_hits\":3,\"total_relation\":\"eq\"}"));
        assertThat(http.get("/v1/search/metadata/").violation()).isEqualTo("missing [\"query\",\"metadata_filter\"]");
        assertThat(http.get("/v1/search/metadata?metadata_filter=%7B%7D&limit=1000")
                        .status())
                .isEqualTo(200);
        assertThat(http.get("/v1/search/metadata?metadata_filter=%7B%7D&limit=1001")
                        .violation())
                .isEqualTo("less_than_equal [\"query\",\"limit\"]");
    }

    private static JsonNode vectorSearch(String... parameters) {
        String path = Http.query("/v1/search/", parameters);
        Answer answer = http.get(
                path + Http.query("", "vector_query", Vectors.startingWith()).replace('?', '&'));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> names(JsonNode answer) {
        return answer.path("data").findValuesAsText("name");
    }
}
