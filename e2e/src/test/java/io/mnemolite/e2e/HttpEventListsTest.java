package io.mnemolite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.e2e.Http.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Many events at once: lists, the metadata filter, nearest vectors, deletion by filter (contract sections 1 and 8). */
class HttpEventListsTest {

    private Http http = SharedServer.http();

    /** Seven events, one a day; the odd ones of project alpha. */
    @BeforeEach
    void sevenEvents() {
        http = SharedServer.emptied();
        StringBuilder events = new StringBuilder();
        for (int day = 1; day <= 7; day++) {
            String project = day % 2 == 1 ? "alpha" : "beta";
            events.append(day == 1 ? "" : ",")
                    .append("{\"content\":{\"text\":\"day ")
                    .append(day)
                    .append("\"},\"metadata\":{\"project\":\"")
                    .append(project)
                    .append("\",\"category\":\"c")
                    .append(day % 3)
                    .append("\",\"type\":\"note\",\"day\":")
                    .append(day)
                    .append(",\"tags\":[\"x\",\"d")
                    .append(day)
                    .append("\"],\"deep\":{\"a\":1,\"b\":")
                    .append(day)
                    .append("}},\"timestamp\":\"2024-03-0")
                    .append(day)
                    .append("T12:00:00Z\",\"embedding\":")
                    .append(Vectors.startingWith(day))
                    .append('}');
        }
        Answer stored = http.post("/v1/events/batch", "{\"events\":[" + events + "]}");
        assertThat(stored.status()).isEqualTo(201);
    }

    @Test
    void list_cursor_pagesThroughEverythingNewestFirst() {
        List<Integer> days = new ArrayList<>();
        String path = "/v1/events?limit=3";
        String cursor = "";
        int pages = 0;
        do {
            JsonNode page = http.get(path + cursor).json();
            assertThat(HttpEventsTest.keys(page)).containsExactly("events", "next_cursor");
            days.addAll(days(page.path("events")));
            cursor = page.path("next_cursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("next_cursor").asText();
            pages++;
        } while (!cursor.isEmpty());

        assertThat(days).containsExactly(7, 6, 5, 4, 3, 2, 1);
        assertThat(pages).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            project=alpha                                             | [7, 5, 3, 1]
            project=alpha&category=c1                                 | [7, 1]
            type=note&limit=2                                         | [7, 6]
            type=other                                                | []
            ts_start=2024-03-06                                       | [7, 6]
            ts_start=2024-03-02T12:00:00Z&ts_end=2024-03-03T12:00:00Z | [3, 2]
            ts_start=2024-03-02T14:00:00+02:00&ts_end=2024-03-02T12:00:00Z | [2]
            ts_start=2024-03-05&ts_end=2024-03-04                     | []
            ts_end=1709380800                                         | [2, 1]
            unknown=1&limit=1&limit=2                                 | [7, 6]
            """)
    void list_filters_narrowIt(String query, String days) {
        Answer answer = http.get("/v1/events/?" + query);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(days(answer.json().path("events"))).hasToString(days);
    }

    @Test
    void list_withoutEmbedding_keepsTheKey() {
        JsonNode event = http.get("/v1/events?include_embedding=false")
                .json()
                .path("events")
                .path(0);

        assertThat(event.has("embedding")).isTrue();
        assertThat(event.path("embedding").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            limit=0                   | 422 | greater_than_equal ["query","limit"]
            limit=1001                | 422 | less_than_equal ["query","limit"]
            limit=ten                 | 422 | int_parsing ["query","limit"]
            limit=1.5                 | 422 | int_parsing ["query","limit"]
            limit=                    | 422 | int_parsing ["query","limit"]
            cursor=nonsense           | 422 | value_error ["query","cursor"]
            include_embedding=perhaps | 422 | bool_parsing ["query","include_embedding"]
            """)
    void list_parameterOutOfBounds_is422(String query, int status, String violation) {
        Answer answer = http.get("/v1/events?" + query);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.violation()).isEqualTo(violation);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ts_start", "ts_end"})
    void list_unreadableBound_is400ThatShowsIt(String name) {
        Answer answer = http.get("/v1/events?" + name + "=tomorrow");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.sentence()).startsWith(name + " is 'tomorrow', which is no timestamp;");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                          | ?limit=100        | [7, 6, 5, 4, 3, 2, 1]
            {"project":"beta"}          | ``                | [6, 4, 2]
            {"day":3}                   | ``                | [3]
            {"day":"3"}                 | ``                | []
            {"tags":["x"]}              | ?limit=2          | [7, 6]
            {"tags":["d4","x"]}         | ``                | [4]
            {"tags":"x"}                | ``                | []
            {"deep":{"b":5}}            | ``                | [5]
            {"deep":{"a":1}}            | ?limit=3&offset=5 | [2, 1]
            {"deep":{}}                 | ?offset=7         | []
            {"absent":null}             | ``                | []
            """)
    void filterMetadata_isContainment(String body, String query, String days) {
        Answer answer = http.post("/v1/events/filter/metadata" + query, body);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().isArray()).isTrue();
        assertThat(days(answer.json())).hasToString(days);
        answer.json()
                .forEach(event ->
                        assertThat(event.path("similarity_score").isNull()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"filter/metadata", "search/embedding"})
    void bareLists_boundsOfLimit_are1To100(String route) {
        String body = route.startsWith("filter") ? "{}" : Vectors.startingWith(1);

        assertThat(http.post("/v1/events/" + route + "/?limit=100", body).status())
                .isEqualTo(200);
        assertThat(http.post("/v1/events/" + route + "?limit=101", body).violation())
                .isEqualTo("less_than_equal [\"query\",\"limit\"]");
        assertThat(http.post("/v1/events/" + route + "?limit=0", body).violation())
                .isEqualTo("greater_than_equal [\"query\",\"limit\"]");
    }

    @Test
    void filterMetadata_negativeOffset_is422() {
        assertThat(http.post("/v1/events/filter/metadata?offset=-1", "{}").violation())
                .isEqualTo("greater_than_equal [\"query\",\"offset\"]");
        assertThat(http.post("/v1/events/filter/metadata", "[]").violation()).isEqualTo("dict_type [\"body\"]");
    }

    @Test
    void searchEmbedding_answersTheNearestWithTheirDistances() {
        Answer answer = http.post("/v1/events/search/embedding?include_embedding=false", Vectors.startingWith(6.25));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(days(answer.json())).containsExactly(6, 7, 5, 4, 3);
        assertThat(answer.json().findValues("similarity_score").stream().map(JsonNode::asDouble))
                .containsExactly(0.25, 0.75, 1.25, 2.25, 3.25);
        assertThat(answer.json().path(0).path("embedding").isNull()).isTrue();
    }

    @Test
    void searchEmbedding_wrongDimension_is422ThatNamesBoth() {
        Answer answer = http.post("/v1/events/search/embedding", "[1,2]");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.violation()).isEqualTo("value_error [\"body\"]");
        assertThat(answer.body()).contains("384 numbers, not 2");
    }

    @Test
    void deleteMatching_dryRun_countsAndKeeps() {
        Answer dry = http.delete("/v1/events?project=alpha&dry_run=true");

        assertThat(dry.status()).isEqualTo(200);
        assertThat(dry.json()).isEqualTo(Http.tree("{\"matched\":4,\"deleted\":0}"));
        assertThat(days(http.get("/v1/events").json().path("events"))).hasSize(7);
    }

    @Test
    void deleteMatching_filters_deleteExactlyThose() {
        assertThat(http.delete(Http.query("/v1/events/", "metadata", "{\"deep\":{\"b\":2}}"))
                        .json())
                .isEqualTo(Http.tree("{\"matched\":1,\"deleted\":1}"));
        assertThat(http.delete("/v1/events?project=alpha&ts_end=2024-03-03T12:00:00Z")
                        .json())
                .isEqualTo(Http.tree("{\"matched\":2,\"deleted\":2}"));

        assertThat(days(http.get("/v1/events").json().path("events"))).containsExactly(7, 6, 5, 4);
        JsonNode search = http.get("/v1/search/?limit=100").json();
        assertThat(search.path("meta").path("total_hits").asInt()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?dry_run=true", "?metadata={}", "?unknown=1"})
    void deleteMatching_noFilter_is422AndDeletesNothing(String query) {
        Answer answer = http.delete("/v1/events" + query.replace("{}", "%7B%7D"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("filter");
        assertThat(days(http.get("/v1/events").json().path("events"))).hasSize(7);
    }

    @Test
    void deleteMatching_unreadableFilter_deletesNothing() {
        assertThat(http.delete("/v1/events?metadata=nonsense").status()).isEqualTo(400);
        assertThat(http.delete("/v1/events?project=alpha&ts_start=x").status()).isEqualTo(400);
        assertThat(http.delete("/v1/events?project=alpha&dry_run=perhaps").status())
                .isEqualTo(422);

        assertThat(days(http.get("/v1/events").json().path("events"))).hasSize(7);
    }

    private static List<Integer> days(JsonNode events) {
        List<Integer> days = new ArrayList<>();
        events.forEach(event -> days.add(event.path("metadata").path("day").asInt()));
        return days;
    }
}
