package io.mnemolite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.e2e.Http.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies and parameters that cannot be kept: each is refused with a sentence, and nothing of it is stored. */
class HttpHostileInputTest {

    private static Http http = SharedServer.http();
    private static String event = "";

    /** A store of legal but odd events. */
    @BeforeAll
    static void oddEvents() {
        http = SharedServer.emptied();
        OddEvents.store(http);
        event = "/v1/events/" + http.store("{\"text\":\"victim\"}", "{\"a\":1}").id();
    }

    @AfterEach
    void nothingWasStored() {
        assertThat(http.get("/v1/search/?limit=1&include_embedding=false")
                        .json()
                        .path("meta")
                        .path("total_hits")
                        .asInt())
                .isEqualTo(OddEvents.count() + 1);
        assertThat(http.get(event).json().path("metadata").toString()).isEqualTo("{\"a\":1}");
    }

    static Stream<String> unkeepableJson() {
        return Stream.of(
                "{",
                "}",
                "{\"a\":}",
                "{'a':1}",
                "{\"a\":1,}",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":-Infinity}",
                "{\"a\":1} trailing",
                "{\"a\":1}{\"b\":2}",
                "// comment\n{}",
                "<xml/>",
                "\u0000",
                "{\"a\":\"\\u0000\"}",
                "{\"a\\u0000b\":1}",
                "{\"a\":[{\"b\":\"x\\u0000\"}]}",
                "{\"a\":\"\\ud800\"}",
                "{\"\\udc00\":1}",
                "{\"a\":\"\\ud83d\\u0041\"}",
                "{\"a\":1e400}",
                "{\"a\":-1e999999999}",
                "{\"a\":1e-999999999}",
                "{\"a\":" + "9".repeat(500) + "}",
                "{\"a\":" + "9".repeat(5_000) + "}",
                "{\"a\":\"\t\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":tru}",
                "{\"a\"" + "  ",
                "{\"a\":" + "[".repeat(300) + "]".repeat(300) + "}",
                "{\"a\":" + nested(101) + "}",
                "{\"a\":" + "[".repeat(100_000),
                nested(300));
    }

    @ParameterizedTest
    @MethodSource("unkeepableJson")
    void everyBodyRoute_unkeepableJson_is422WithASentence(String json) {
        assertRefused(http.post("/v1/events/", "{\"content\":" + json + "}"));
        assertRefused(http.post("/v1/events/", "{\"content\":{},\"metadata\":" + json + "}"));
        assertRefused(http.post("/v1/events/batch", "{\"events\":[{\"content\":{}},{\"content\":" + json + "}]}"));
        assertRefused(http.put(event, "{\"content\":" + json + "}"));
        assertRefused(http.patch(event + "/metadata", json));
        assertRefused(http.post("/v1/events/filter/metadata", json));
        assertRefused(http.post("/v1/events/search/embedding", "[" + json + "]"));
        assertRefused(http.post("/v1/search/", "{\"query\":\"x\",\"metadata\":" + json + "}"));
        assertRefused(http.post("/v1/search/content", "{\"query\":" + json + "}"));
        assertRefused(http.post("/v1/search/similarity", "{\"query\":" + json + "}"));
        Answer imported = http.post(
                "/v1/events/import",
                "{\"id\":\"01890a5d-ac96-774b-bcce-b302099a8099\",\"content\":" + json.replace("\n", " ") + "}");
        assertThat(imported.status()).isEqualTo(200);
        assertThat(imported.body()).contains("\"imported\":0").contains("\"error\":");
    }

    @Test
    void everyBodyRoute_emptyBody_is422() {
        for (String route : List.of(
                "/v1/events",
                "/v1/events/batch",
                "/v1/events/filter/metadata",
                "/v1/events/search/embedding",
                "/v1/search",
                "/v1/search/content",
                "/v1/search/similarity")) {
            assertThat(http.post(route, "").violation()).as(route).isEqualTo("missing [\"body\"]");
            assertThat(http.post(route, "  \n").status()).as(route).isEqualTo(422);
        }
        assertThat(http.put(event, "").violation()).isEqualTo("missing [\"body\"]");
        assertThat(http.patch(event + "/metadata", "").violation()).isEqualTo("missing [\"body\"]");
    }

    static Stream<String> unusableVectors() {
        return Stream.of(
                Vectors.of(383, 1),
                Vectors.of(385, 1),
                Vectors.of(768, 1),
                Vectors.of(100_000),
                with("1e39"),
                with("-1e10"),
                with("1e999"),
                with("NaN"),
                with("\"1\""),
                with("null"),
                with("[]"),
                with("true"),
                with("{}"),
                "{}",
                "\"[1]\"",
                "5",
                "true");
    }

    @ParameterizedTest
    @MethodSource("unusableVectors")
    void everyVectorRoute_unusableVector_is422WithASentence(String vector) {
        assertRefused(http.post("/v1/events/", "{\"content\":{},\"embedding\":" + vector + "}"));
        assertRefused(http.post("/v1/events/batch", "{\"events\":[{\"content\":{},\"embedding\":" + vector + "}]}"));
        assertRefused(http.post("/v1/events/search/embedding", vector));
        if (vector.startsWith("[") && vector.length() < 5_000) {
            assertRefused(http.get(Http.query("/v1/search/", "vector_query", vector)));
        }
    }

    @Test
    void body_invalidUtf8_is422() {
        RawHttp raw = new RawHttp(http);
        byte[] head = ("POST /v1/events HTTP/1.1\r\nHost: localhost\r\nContent-Length: 24\r\nConnection: close\r\n\r\n"
                        + "{\"content\":{\"text\":\"")
                .getBytes(StandardCharsets.UTF_8);
        for (int[] bad : new int[][] {{0xff}, {0xc0}, {0x80}, {0xf5}}) {
            byte[] request = new byte[head.length + 4];
            System.arraycopy(head, 0, request, 0, head.length);
            request[head.length] = (byte) bad[0];
            System.arraycopy("\"}}".getBytes(StandardCharsets.UTF_8), 0, request, head.length + 1, 3);

            String answer = raw.exchange(request);

            assertThat(RawHttp.status(answer)).isEqualTo(422);
            assertThat(answer).contains("json_invalid").contains("not valid JSON");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/events?project=%00",
                "/v1/events?cursor=%00",
                "/v1/events?limit=99999999999999999999",
                "/v1/events?limit=1e999999999",
                "/v1/events?limit=%F0%9F%8E%88",
                "/v1/events?ts_start=99999-01-01",
                "/v1/events?ts_start=-0001-01-01",
                "/v1/events?ts_start=1e999",
                "/v1/events?ts_start=99999999999999999999999999999",
                "/v1/search/?vector_query=%00",
                "/v1/search/?filter_metadata=%7B%22a%22%3A%22%5Cu0000%22%7D",
                "/v1/search/?filter_metadata=%7B%22a%22%3A1e400%7D",
                "/v1/search/?offset=2147483648",
                "/v1/search/?distance_threshold=1e309",
                "/v1/search/?distance_threshold=Infinity",
                "/v1/search/metadata?metadata_filter=%5B%5D",
                "/v1/events/%00",
                "/v1/events/%F0%9F%8E%88",
                "/v1/events/01890a5d-ac96-774b-bcce-b302099a805",
                "/v1/events/01890a5d-ac96-774b-bcce-b302099a8057x",
                "/v1/events/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
                "/v1/events/'%20OR%201=1--",
                "/api/monitoring/events/critical?limit=51",
                "/api/monitoring/events/critical?limit=0",
                "/api/monitoring/events/timeline?period=25h",
                "/api/monitoring/events/timeline?severity=%00",
                "/api/monitoring/events/distribution?period=",
                "/performance/database/slow-queries?limit=0"
            })
    void parameters_unusable_are4xxWithASentence(String path) {
        assertRefused(http.get(path.replace("'", "%27")));
    }

    @Test
    void filters_thatLookLikeSql_areOnlyValues() {
        for (String hostile : List.of("' OR '1'='1", "x'; DROP TABLE event; --", "\\", "%", "$1", "?", "🎈", "\"")) {
            assertThat(http.get(Http.query("/v1/events", "project", hostile))
                            .json()
                            .path("events"))
                    .isEmpty();
            assertThat(http.get(Http.query("/v1/search/", "mode", "lexical", "vector_query", hostile))
                            .status())
                    .isEqualTo(200);
        }
        for (String syntax :
                List.of("+(", "AND", "a:b:c", "\"open", "*", "?*", "~~", "[a TO", "/re(/", "-", "!!", "field:*")) {
            assertThat(http.get(Http.query("/v1/search/", "mode", "hybrid", "vector_query", syntax))
                            .status())
                    .as(syntax)
                    .isIn(200, 422);
        }
    }

    @Test
    void query_absurdlyLong_isRefusedAndShort() {
        Answer answer = http.get(Http.query("/v1/search/", "vector_query", "x".repeat(70_000)));

        assertThat(answer.status()).isEqualTo(414);
        assertThat(answer.body().length()).isLessThan(2_000);
        String many = http.get("/v1/events?" + "a=1&".repeat(5_000) + "limit=1").body();
        assertThat(many).isNotEmpty();
    }

    /** A 4xx whose detail is a sentence or a list of them. */
    static void assertRefused(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
        if (answer.json().path("detail").isTextual()) {
            assertThat(answer.sentence()).isNotBlank();
        } else {
            assertThat(answer.json().path("detail")).isNotEmpty();
            answer.json().path("detail").forEach(violation -> {
                assertThat(violation.path("msg").asText()).hasSizeGreaterThan(10);
                assertThat(violation.path("loc")).isNotEmpty();
            });
        }
        assertThat(answer.body()).doesNotContainIgnoringCase("exception").doesNotContain("\tat ", "PSQL", "SELECT ");
        assertThat(answer.body().length()).isLessThan(4_000);
    }

    private static String nested(int depth) {
        return "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
    }

    private static String with(String element) {
        return "[" + element + Vectors.startingWith().substring(4);
    }
}
