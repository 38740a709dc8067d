package io.mnemolite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.e2e.Http.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Creating and reading one event (contract sections 0, 0.1 and 1). */
class HttpEventsTest {

    private static final String ABSENT = "00000000-0000-7000-8000-000000000000";
    private static Http http = SharedServer.http();

    @BeforeAll
    static void emptyStore() {
        http = SharedServer.emptied();
    }

    @Test
    void create_contentAlone_answersTheSixKeys() {
        Instant before = Instant.now().minusSeconds(5);

        Answer created = http.post("/v1/events/", "{\"content\":{\"text\":\"a first memory\"},\"unknown\":1}");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Content-Type")).startsWith("application/json");
        assertThat(created.header("Location")).isEqualTo("/v1/events/" + created.id());
        assertThat(created.header("ETag")).matches("W/\"\\d+\\.\\d+\"");
        JsonNode event = created.json();
        assertThat(keys(event))
                .containsExactly("id", "timestamp", "content", "metadata", "embedding", "similarity_score");
        assertThat(event.path("content").toString()).isEqualTo("{\"text\":\"a first memory\"}");
        assertThat(event.path("metadata").toString()).isEqualTo("{}");
        assertThat(event.path("embedding")).hasSize(SharedServer.DIMENSION);
        assertThat(event.get("similarity_score").isNull()).isTrue();
        assertThat(event.path("timestamp").asText()).endsWith("Z");
        assertThat(Instant.parse(event.path("timestamp").asText())).isAfter(before);
        assertThat(http.get("/v1/events/" + created.id()).body()).isEqualTo(created.body());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "2024-01-15T10:30:00Z"          | 2024-01-15T10:30:00Z
            "2024-01-15T10:30:00+02:00"     | 2024-01-15T08:30:00Z
            "2024-01-15T10:30:00.123456Z"   | 2024-01-15T10:30:00.123456Z
            "2024-01-15T10:30:00"           | 2024-01-15T10:30:00Z
            "2024-01-15 10:30"              | 2024-01-15T10:30:00Z
            "20240115T103000Z"              | 2024-01-15T10:30:00Z
            "2024-01-15"                    | 2024-01-15T00:00:00Z
            1705314600                      | 2024-01-15T10:30:00Z
            1705314600.5                    | 2024-01-15T10:30:00.500Z
            "0001-01-01T00:00:00Z"          | 0001-01-01T00:00:00Z
            "9999-12-31T23:59:59Z"          | 9999-12-31T23:59:59Z
            """)
    void create_timestampInEachForm_keepsTheInstant(String timestamp, Instant expected) {
        Answer created = http.post("/v1/events", "{\"content\":{},\"timestamp\":" + timestamp + "}");

        assertThat(created.status()).isEqualTo(201);
        assertThat(Instant.parse(created.json().path("timestamp").asText())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                        | missing ["body","content"]
            {"metadata":{}}                           | missing ["body","content"]
            {"content":"text"}                        | dict_type ["body","content"]
            {"content":null}                          | dict_type ["body","content"]
            {"content":[1]}                           | dict_type ["body","content"]
            {"content":{},"metadata":null}            | dict_type ["body","metadata"]
            {"content":{},"metadata":"x"}             | dict_type ["body","metadata"]
            {"content":{},"embedding":"x"}            | list_type ["body","embedding"]
            {"content":{},"embedding":[1,2,3]}        | value_error ["body","embedding"]
            {"content":{},"timestamp":"yesterday"}    | datetime_parsing ["body","timestamp"]
            {"content":{},"timestamp":true}           | datetime_parsing ["body","timestamp"]
            {"content":{},"timestamp":1e99}           | datetime_parsing ["body","timestamp"]
            []                                        | dict_type ["body"]
            "text"                                    | dict_type ["body"]
            null                                      | dict_type ["body"]
            {"content":                               | json_invalid ["body"]
            """)
    void create_wrongShape_is422AtItsPlace(String body, String violation) {
        Answer answer = http.post("/v1/events/", body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.violation()).isEqualTo(violation);
        JsonNode first = answer.json().path("detail").path(0);
        assertThat(keys(first)).contains("type", "loc", "msg", "input");
        assertThat(first.path("msg").asText()).isNotBlank();
    }

    @Test
    void create_severalMistakes_namesEachOfThem() {
        Answer answer = http.post("/v1/events/", "{\"metadata\":1,\"embedding\":2,\"timestamp\":\"x\"}");

        assertThat(answer.json().path("detail").findValuesAsText("type"))
                .containsExactly("missing", "dict_type", "list_type", "datetime_parsing");
    }

    @Test
    void create_embedding_isStoredAsGiven() {
        String vector = Vectors.startingWith(0.5, -0.25, 1e9);

        JsonNode event = http.post("/v1/events/", "{\"content\":{\"text\":\"x\"},\"embedding\":" + vector + "}")
                .json();

        assertThat(event.path("embedding").path(0).asDouble()).isEqualTo(0.5);
        assertThat(event.path("embedding").path(1).asDouble()).isEqualTo(-0.25);
        assertThat(event.path("embedding").path(2).asDouble()).isEqualTo(1e9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\":\"same words\"}",
                "{\"text\":\"  same words \"}",
                "{\"title\":\"other\",\"text\":\"same words\",\"body\":\"third\"}",
                "{\"text\":\"  \",\"body\":\"same words\"}",
                "{\"text\":5,\"message\":\"same words\"}",
                "{\"content\":\"same words\"}",
                "{\"title\":\"same words\"}"
            })
    void create_firstUsableField_isEmbeddedTrimmed(String content) {
        String expected = embedding("{\"text\":\"same words\"}");

        assertThat(embedding(content)).isEqualTo(expected).startsWith("[");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"text\":\"   \"}",
                "{\"text\":null}",
                "{\"nested\":{\"text\":\"words\"}}",
                "{\"other\":\"words\"}"
            })
    void create_noUsableText_hasNoVector(String content) {
        assertThat(embedding(content)).isEqualTo("null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null"})
    void create_emptyEmbedding_isMadeFromTheText(String embedding) {
        Answer created = http.post("/v1/events/", "{\"content\":{\"text\":\"w\"},\"embedding\":" + embedding + "}");

        assertThat(created.json().path("embedding")).hasSize(SharedServer.DIMENSION);
    }

    @Test
    void read_absentEvent_is404WithASentence() {
        Answer answer = http.get("/v1/events/" + ABSENT);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.sentence())
                .isEqualTo("Event " + ABSENT + " was not found; it never existed or has been deleted.");
        assertThat(answer.json().path("request_id").asText()).isEqualTo(answer.header("X-Request-ID"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE", "PUT"})
    void eventRoutes_noUuid_are422(String method) {
        Answer answer = http.send(method, "/v1/events/not-a-uuid", method.equals("PUT") ? "{\"content\":{}}" : "");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.violation()).isEqualTo("uuid_parsing [\"path\",\"event_id\"]");
        assertThat(answer.json().path("detail").path(0).path("input").asText()).isEqualTo("not-a-uuid");
    }

    @Test
    void read_noCache_answersTheSame() {
        Answer created = http.store("{\"text\":\"cached\"}", "{}");

        assertThat(http.get("/v1/events/" + created.id() + "?no_cache=true").body())
                .isEqualTo(created.body());
        assertThat(http.get("/v1/events/" + created.id() + "/").body()).isEqualTo(created.body());
        Answer wrong = http.get("/v1/events/" + created.id() + "?no_cache=maybe");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.violation()).isEqualTo("bool_parsing [\"query\",\"no_cache\"]");
    }

    @Test
    void read_withoutEmbedding_keepsTheKey() {
        String id = http.store("{\"text\":\"slim\"}", "{}").id();

        JsonNode event =
                http.get("/v1/events/" + id + "?include_embedding=false").json();

        assertThat(event.has("embedding")).isTrue();
        assertThat(event.path("embedding").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?include_embedding=false", "?no_cache=true"})
    void read_ifNoneMatch_is304WhileUnchanged(String query) {
        String path = "/v1/events/" + http.store("{\"text\":\"tagged\"}", "{}").id() + query;
        String tag = http.get(path).header("ETag");

        assertThat(tag).matches(query.startsWith("?include") ? "W/\"\\d+\\.\\d+-n\"" : "W/\"\\d+\\.\\d+\"");
        for (String condition : List.of(tag, "*", "\"0.0\", " + tag, tag.substring(2))) {
            Answer unchanged = http.get(path, "If-None-Match", condition);
            assertThat(unchanged.status()).as(condition).isEqualTo(304);
            assertThat(unchanged.body()).isEmpty();
            assertThat(unchanged.header("ETag")).isEqualTo(tag);
        }
        String other = query.startsWith("?include") ? tag.replace("-n", "") : tag.replaceFirst("\"$", "-n\"");
        assertThat(http.get(path, "If-None-Match", other).status()).isEqualTo(200);
    }

    private static String embedding(String content) {
        return http.store(content, "{}").json().path("embedding").toString();
    }

    static List<String> keys(JsonNode object) {
        List<String> keys = new ArrayList<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
