package io.mnemolite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.e2e.Http.Answer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every route: both spellings of a path, HEAD, 404, 405 (contract section 0). */
class HttpRoutesTest {

    /** Every route that is read without a parameter in its path. */
    static final List<String> READS = List.of(
            "/v1/events",
            "/v1/events/cache/stats",
            "/v1/events/export",
            "/api/graph/nodes",
            "/v1/graph/nodes",
            "/v1/graph/edges",
            "/v1/search",
            "/v1/search/metadata?metadata_filter=%7B%7D",
            "/v1/index/status",
            "/v1/code/index/repositories",
            "/v1/code/index/files?repository=none",
            "/v1/code/index/status",
            "/v1/code/index/health",
            "/v1/code/search/health",
            "/v1/embedding/status",
            "/v1/verify",
            "/health",
            "/liveness",
            "/readiness",
            "/metrics",
            "/",
            "/ui",
            "/ui/monitoring",
            "/docs",
            "/redoc",
            "/openapi.json",
            "/api/monitoring/status",
            "/api/monitoring/events/critical",
            "/api/monitoring/events/timeline",
            "/api/monitoring/events/distribution",
            "/api/monitoring/metrics",
            "/performance/metrics",
            "/performance/database/pool",
            "/performance/database/slow-queries",
            "/performance/database/indexes",
            "/performance/system",
            "/performance/optimize/suggestions");

    private final Http http = SharedServer.http();

    static Stream<String> reads() {
        return READS.stream();
    }

    @ParameterizedTest
    @MethodSource("reads")
    void read_withAndWithoutSlash_answersDirectly(String path) {
        Answer plain = http.get(path);
        Answer slash = http.get(withSlash(path));

        assertThat(plain.status()).isEqualTo(200);
        assertThat(slash.status()).isEqualTo(200);
        assertThat(slash.header("Content-Type")).isEqualTo(plain.header("Content-Type"));
        assertThat(plain.header("X-Request-ID")).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("reads")
    void head_ofARead_is200WithoutBody(String path) {
        for (String spelling : List.of(path, withSlash(path))) {
            Answer head = http.send("HEAD", spelling, "");

            assertThat(head.status()).as(spelling).isEqualTo(200);
            assertThat(head.body()).isEmpty();
        }
    }

    @Test
    void head_ofAnEvent_isItsGetWithoutBody() {
        String path = "/v1/events/" + http.store("{\"text\":\"head\"}", "{}").id();

        Answer head = http.send("HEAD", path, "");

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("ETag")).isEqualTo(http.get(path).header("ETag"));
        assertThat(http.send("HEAD", "/v1/events/00000000-0000-7000-8000-000000000000", "")
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/v1",
                "/v1/",
                "/v1/event",
                "/v1/events/cache/stats/more",
                "/v1/events/cache",
                "/v1/search/nothing",
                "/v2/events",
                "/api/monitoring",
                "/performance/unknown",
                "//v1//nothing",
                "/v1/events/batch/x/y"
            })
    void unknownPath_is404(String path) {
        Answer answer = http.get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.sentence()).isEqualTo("Not Found");
        assertThat(http.post(path, "{}").sentence()).isEqualTo("Not Found");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PUT    | /v1/events/                                                  | DELETE, GET, HEAD, POST
            PATCH  | /v1/events                                                   | DELETE, GET, HEAD, POST
            POST   | /v1/events/01890a5d-ac96-774b-bcce-b302099a8057              | DELETE, GET, HEAD, PUT
            GET    | /v1/events/01890a5d-ac96-774b-bcce-b302099a8057/metadata     | PATCH
            GET    | /v1/events/filter/metadata                                   | POST
            DELETE | /v1/search/                                                  | GET, HEAD, POST
            GET    | /v1/search/content                                           | POST
            POST   | /v1/search/metadata                                          | GET, HEAD
            POST   | /health                                                      | GET, HEAD
            POST   | /openapi.json                                                | GET, HEAD
            POST   | /metrics                                                     | GET, HEAD
            DELETE | /                                                            | GET, HEAD
            POST   | /api/monitoring/status                                       | GET, HEAD
            GET    | /performance/cache/clear                                     | POST
            """)
    void wrongMethod_is405WithAllow(String method, String path, String allow) {
        Answer answer = http.send(method, path, method.equals("GET") || method.equals("DELETE") ? "" : "{}");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.sentence()).isEqualTo("Method Not Allowed");
        assertThat(List.of(answer.header("Allow").split(", "))).containsAll(List.of(allow.split(", ")));
    }

    static String withSlash(String path) {
        int query = path.indexOf('?');
        if (path.endsWith("/")) {
            return path;
        }
        return query < 0 ? path + "/" : path.substring(0, query) + "/" + path.substring(query);
    }
}
