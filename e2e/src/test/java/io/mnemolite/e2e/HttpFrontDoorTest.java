package io.mnemolite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.e2e.Http.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before it is read: hosts, origins, sizes, methods, junk; and that reads go on with an odd store. */
class HttpFrontDoorTest {

    private static final int FIFTY_MEGABYTES = 50 * 1024 * 1024;
    private static final String EVENT = "{\"content\":{\"text\":\"smuggled\"}}";

    private static Http http = SharedServer.http();
    private static RawHttp raw = new RawHttp(http);

    @BeforeAll
    static void oddEvents() {
        http = SharedServer.emptied();
        raw = new RawHttp(http);
        OddEvents.store(http);
    }

    @AfterEach
    void nothingWasStored() {
        assertThat(http.get("/v1/search/?limit=1&include_embedding=false")
                        .json()
                        .path("meta")
                        .path("total_hits")
                        .asInt())
                .isEqualTo(OddEvents.count());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8001",
                "127.0.0.1.evil.example",
                "localhost.",
                "[::2]",
                "",
                "a@127.0.0.1"
            })
    void host_unknown_is403ThatNamesIt(String host) {
        for (String line : List.of("GET /v1/events HTTP/1.1", "GET / HTTP/1.1", "GET /nothing HTTP/1.1")) {
            String answer = raw.exchange("", line, "Host: " + host);

            assertThat(RawHttp.status(answer)).as(answer).isIn(400, 403);
            if (RawHttp.status(answer) == 403) {
                assertThat(answer).contains("The Host header is '" + host + "'").contains("MNEMOLITE_ALLOWED_HOSTS");
            }
        }
        String written =
                raw.exchange(EVENT, "POST /v1/events HTTP/1.1", "Host: " + host, "Content-Length: " + EVENT.length());
        assertThat(RawHttp.status(written)).isIn(400, 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:99", "127.0.0.1", "127.0.0.1:8001", "[::1]:8001"})
    void host_loopback_isAnswered(String host) {
        assertThat(RawHttp.status(raw.exchange("", "GET /v1/events?limit=1 HTTP/1.1", "Host: " + host)))
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/liveness", "/readiness", "/metrics"})
    void host_unknown_isAnsweredOnProbes(String path) {
        assertThat(RawHttp.status(raw.exchange("", "GET " + path + " HTTP/1.1", "Host: pod-7")))
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example", "http://localhost:1", "null", "http://127.0.0.1.evil.example", "junk"})
    void origin_foreign_mayReadButNotWrite(String origin) {
        for (String[] write : new String[][] {
            {"POST", "/v1/events"}, {"POST", "/v1/events/batch"}, {"POST", "/v1/events/import"},
            {"DELETE", "/v1/events?ts_start=0001-01-01"}, {"POST", "/v1/events/cache/clear"}, {"POST", "/v1/search"},
            {"PUT", "/v1/events/01890a5d-ac96-774b-bcce-b302099a8057"}
        }) {
            Answer answer = http.send(write[0], write[1], EVENT, "Origin", origin);

            assertThat(answer.status()).as(write[1]).isEqualTo(403);
            assertThat(answer.sentence()).contains("The Origin header is '" + origin + "'");
        }
        Answer read = http.get("/v1/events?limit=1", "Origin", origin);
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void origin_own_mayWrite() {
        Answer answer =
                http.post("/v1/events/cache/clear", "", "Origin", http.uri("").toString());

        assertThat(answer.status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/events", "/v1/events/batch", "/v1/search", "/nothing"})
    void body_ofFiftyMegabytes_is413(String path) {
        byte[] body = new byte[FIFTY_MEGABYTES];

        String answer =
                raw.exchange("", "POST " + path + " HTTP/1.1", "Host: localhost", "Content-Length: " + body.length);

        assertThat(RawHttp.status(answer)).isEqualTo(413);
        assertThat(answer).contains("The body has " + body.length + " bytes").contains("at most 16777216");
    }

    /** All at once: the server waits some seconds for the rest of each. */
    @Test
    void refusal_withItsBodyUnread_endsTheConnection() throws Exception {
        List<String> requests = List.of(
                "POST /v1/events HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + FIFTY_MEGABYTES + "\r\n\r\n{",
                "POST /v1/events HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 1000\r\n\r\n{",
                "POST /v1/events HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 2\r\n\r\n{}",
                "POST /v1/events HTTP/1.1\r\nHost: localhost\r\nOrigin: https://evil.example\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n",
                "POST /v1/events HTTP/1.1\r\nContent-Length: 1000\r\n\r\n{");
        try (ExecutorService callers = Executors.newFixedThreadPool(requests.size())) {
            List<Callable<String>> exchanges = new ArrayList<>();
            requests.forEach(request -> exchanges.add(() -> raw.exchangeToTheEnd(request)));
            for (Future<String> exchange : callers.invokeAll(exchanges)) {
                String answer = exchange.get();
                assertThat(RawHttp.status(answer)).as(answer).isIn(400, 403, 413);
                assertThat(answer)
                        .containsIgnoringCase("\r\nconnection: close\r\n")
                        .contains("\"detail\":\"The ");
            }
        }
    }

    @Test
    void refusal_withoutBody_keepsTheConnection() {
        String answers = raw.exchangeToTheEnd("GET /v1/events HTTP/1.1\r\nHost: evil.example\r\n\r\n"
                + "GET /readiness HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answers).startsWith("HTTP/1.1 403 ").contains("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Accept: text/html | The request has no Host header
            Host: a@127.0.0.1 | The Host header is 'a@127.0.0.1'
            """)
    void host_unusable_isRefusedInTheEnvelopeOfEveryError(String header, String sentence) {
        String answer = raw.exchange("", "GET /v1/events HTTP/1.1", header, "X-Request-ID: lost-1");

        assertThat(RawHttp.status(answer)).isBetween(400, 403);
        assertThat(answer)
                .contains("Content-Type: application/json", "X-Request-ID: lost-1")
                .contains("{\"detail\":\"" + sentence, "\"request_id\":\"lost-1\"}");
        assertThat(http.get("/metrics").body())
                .contains("api_requests_total{endpoint=\"refused\",method=\"GET\",status=\"" + RawHttp.status(answer)
                        + "\"}");
    }

    @Test
    void body_ofFiftyMegabytesInChunks_is413OrCutOff() {
        // Blanks before a good event: without a limit it would be stored.
        byte[] event = (" ".repeat(FIFTY_MEGABYTES) + EVENT).getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(http.uri("/v1/events"))
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(event)))
                .build();
        try {
            assertThat(http.send(request).status()).isEqualTo(413);
        } catch (UncheckedIOException cutOff) {
            assertThat(cutOff).hasCauseInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Content-Length: -1
            Content-Length: 99999999999999999999
            Content-Length: abc
            Transfer-Encoding: nonsense
            """)
    void bodyHeaders_wrong_areRefused(String header) {
        String answer = raw.exchange(EVENT, "POST /v1/events HTTP/1.1", "Host: localhost", header);

        assertThat(RawHttp.status(answer)).as(answer).isBetween(400, 501);
        assertThat(RawHttp.status(answer)).isNotEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET  HTTP/1.1\r\nHost: localhost",
                "\u0000\u0001\u0002",
                "GET /v1/events HTTP/1.1",
                "GET /v1/events?x=%zz HTTP/1.1\r\nHost: localhost",
                "GET /%c0%ae%c0%ae/etc/passwd HTTP/1.1\r\nHost: localhost",
                "GET /../../etc/passwd HTTP/1.1\r\nHost: localhost",
                "GET /webjars/../../../etc/passwd HTTP/1.1\r\nHost: localhost",
                "TRACE /v1/events HTTP/1.1\r\nHost: localhost",
                "BREW /v1/events HTTP/1.1\r\nHost: localhost",
                "CONNECT localhost:80 HTTP/1.1\r\nHost: localhost",
                "POST /v1/events HTTP/1.1\r\nHost: localhost\r\nbad header line\r\nContent-Length: 0"
            })
    void requests_ofJunk_areRefused(String head) {
        String answer = raw.exchange("", head);

        assertThat(RawHttp.status(answer)).as(answer).isBetween(400, 599).isNotEqualTo(500);
        assertThat(answer).doesNotContain("root:").doesNotContain("\tat ");
    }

    @Test
    void headers_tooLarge_areRefused() {
        String answer = raw.exchange("", "GET /v1/events HTTP/1.1", "Host: localhost", "X-Junk: " + "j".repeat(40_000));

        assertThat(RawHttp.status(answer)).isEqualTo(431);
    }

    @Test
    void contentType_isNotInsistedOn() {
        for (String type : List.of(
                "text/plain", "application/x-www-form-urlencoded", "nonsense", "application/json; charset=latin1")) {
            String body = "{\"query\":\"x\"}";
            String answer = raw.exchange(
                    body,
                    "POST /v1/search HTTP/1.1",
                    "Host: localhost",
                    "Content-Type: " + type,
                    "Content-Length: " + body.length());

            assertThat(RawHttp.status(answer)).as(type).isIn(200, 400, 415);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"id\u0001", "<script>", "a b", "ü"})
    void requestId_harmful_isReplaced(String id) {
        String answer = raw.exchange("", "GET /health HTTP/1.1", "Host: localhost", "X-Request-ID: " + id);

        assertThat(answer).doesNotContain("X-Request-ID: " + id);
    }

    static List<String> reads() {
        return HttpRoutesTest.READS;
    }

    @ParameterizedTest
    @MethodSource("reads")
    void reads_onAStoreOfOddEvents_are200(String path) {
        Answer answer = http.get(path);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).isNotBlank();
    }

    @Test
    void searches_onAStoreOfOddEvents_findThem() {
        for (String mode : List.of("vector", "lexical", "hybrid")) {
            for (String text : List.of("emoji", "記憶", "year", "long", "1", "🎈", "keys")) {
                Answer answer = http.post(
                        "/v1/search",
                        "{\"query\":\"" + text + "\",\"mode\":\"" + mode + "\",\"limit\":1000,\"explain\":true}");
                assertThat(answer.status()).as(mode + " " + text).isEqualTo(200);
            }
        }
        assertThat(http.post("/v1/search/content", "{\"query\":\"記憶\"}").body()).contains("できている");
        assertThat(http.post("/v1/events/search/embedding?limit=100", Vectors.startingWith(1))
                        .status())
                .isEqualTo(200);
        assertThat(http.post("/v1/events/filter/metadata?limit=100", "{}").json())
                .hasSize(OddEvents.count());
        assertThat(http.post("/v1/events/filter/metadata", "{\"n\":-" + "7".repeat(60) + "}")
                        .json())
                .hasSize(1);
        assertThat(http.post("/v1/events/filter/metadata", "{\"\":{\"\":\"\"}}").json())
                .hasSize(1);
        assertThat(http.get("/v1/events?ts_start=9999-12-31").json().path("events"))
                .hasSize(1);
        assertThat(http.get("/v1/events?ts_end=0001-01-02").json().path("events"))
                .hasSize(1);
        assertThat(http.get("/v1/events/export").body().lines()).hasSize(OddEvents.count());
    }
}
