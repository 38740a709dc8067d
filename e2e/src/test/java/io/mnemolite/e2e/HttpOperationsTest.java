package io.mnemolite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.mnemolite.e2e.Http.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Health, metrics, documentation, performance, caches, request ids (contract sections 5 and 6). */
class HttpOperationsTest {

    private final Http http = SharedServer.http();

    @Test
    void health_ofAHealthyServer_hasTheContractsShape() {
        Answer answer = http.get("/health");
        JsonNode body = answer.json();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(HttpEventsTest.keys(body)).contains("status", "timestamp", "duration_ms", "database", "services");
        assertThat(body.path("status").asText()).isEqualTo("healthy");
        assertThat(body.path("database").asBoolean()).isTrue();
        assertThat(body.path("duration_ms").isNumber()).isTrue();
        assertThat(Instant.parse(body.path("timestamp").asText()))
                .isBefore(Instant.now().plusSeconds(5));
        assertThat(body.path("services").path("postgres").path("status").asText())
                .isEqualTo("ok");
        assertThat(body.path("services").path("postgres").path("version").asText())
                .isNotBlank();
    }

    @Test
    void readiness_ofAReadyServer_isOk() {
        JsonNode body = http.get("/readiness").json();

        assertThat(HttpEventsTest.keys(body)).containsExactly("status", "message", "checks");
        assertThat(body.path("status").asText()).isEqualTo("ok");
        assertThat(body.path("checks")).isEqualTo(Http.tree("{\"database\":true}"));
    }

    @Test
    void readiness_caughtUp_isSaidToo() {
        Answer answer = http.get("/readiness?caught_up=true");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("checks")).isEqualTo(Http.tree("{\"database\":true,\"caught_up\":true}"));
        assertThat(http.get("/readiness?caught_up=perhaps").status()).isEqualTo(422);
    }

    @Test
    void root_saysWhatItIs() {
        JsonNode body = http.get("/").json();

        assertThat(HttpEventsTest.keys(body))
                .containsExactly("name", "version", "status", "environment", "docs", "redoc");
        assertThat(body.path("name").asText()).isEqualTo("MnemoLite API");
        assertThat(body.path("status").asText()).isEqualTo("operational");
        assertThat(body.path("environment").asText()).isEqualTo("development");
        assertThat(body.path("docs").asText()).isEqualTo("/docs");
        assertThat(body.path("redoc").asText()).isEqualTo("/redoc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/redoc"})
    void documentation_loadsFromThisServerAlone(String path) {
        Answer page = http.get(path);

        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'self'");
        List<String> assets = Pattern.compile("(?:src|href)=\"([^\"]+)\"")
                .matcher(page.body())
                .results()
                .map(match -> match.group(1))
                .filter(asset -> !asset.startsWith("data:"))
                .toList();
        assertThat(assets).isNotEmpty();
        for (String asset : assets) {
            assertThat(asset).startsWith("/");
            assertThat(http.get(asset).status()).as(asset).isEqualTo(200);
        }
    }

    @Test
    void openApi_listsEveryRoute() {
        JsonNode document = http.get("/openapi.json").json();

        assertThat(document.path("openapi").asText()).startsWith("3.1");
        Set<String> paths = new TreeSet<>(HttpEventsTest.keys(document.path("paths")));
        for (String route : HttpRoutesTest.READS) {
            boolean isPage = route.startsWith("/ui");
            if (!isPage
                    && !Set.of("/metrics", "/docs", "/redoc", "/openapi.json").contains(route)) {
                assertThat(paths).contains(route.replaceFirst("\\?.*", ""));
            }
        }
        assertThat(paths)
                .contains("/v1/events/{event_id}", "/v1/events/{event_id}/metadata", "/v1/events/batch")
                .contains("/v1/events/import", "/v1/events/filter/metadata", "/v1/events/search/embedding")
                .contains("/v1/search/content", "/v1/search/similarity", "/performance/cache/clear");
        assertThat(HttpEventsTest.keys(document.path("paths").path("/v1/events")))
                .contains("get", "post", "delete");
    }

    static Stream<String> reads() {
        return HttpRoutesTest.READS.stream();
    }

    @ParameterizedTest
    @MethodSource("reads")
    void metrics_countEveryRoute(String path) {
        String endpoint = path.replaceFirst("\\?.*", "");
        String counter = "api_requests_total{endpoint=\"" + endpoint + "\",method=\"GET\",status=\"200\"}";
        double before = figure(http.get("/metrics").body(), counter);
        http.get(path);
        Polling.until(
                counter,
                Duration.ofSeconds(5),
                () -> figure(http.get("/metrics").body(), counter) > before);

        assertThat(figure(
                        http.get("/metrics").body(),
                        "api_request_duration_seconds_count{endpoint=\"" + endpoint + "\"}"))
                .isPositive();
    }

    @Test
    void metrics_countUnknownPathsAndEventsByTemplate() {
        String body = http.get("/metrics").body();
        double unknown = figure(body, "api_requests_total{endpoint=\"unmatched\",method=\"GET\",status=\"404\"}");
        String absent = "api_requests_total{endpoint=\"/v1/events/{event_id}\",method=\"GET\",status=\"404\"}";
        double before = figure(body, absent);
        http.get("/no/such/path");
        http.get("/v1/events/00000000-0000-7000-8000-00000000000f");

        String after = http.get("/metrics").body();
        assertThat(figure(after, "api_requests_total{endpoint=\"unmatched\",method=\"GET\",status=\"404\"}"))
                .isEqualTo(unknown + 1);
        assertThat(figure(after, absent)).isEqualTo(before + 1);
        assertThat(after).doesNotContain("no/such/path").doesNotContain("00000000000f");
    }

    @Test
    void performance_metrics_haveTimersPerEndpoint() {
        http.get("/v1/events?limit=1");
        JsonNode body = http.get("/performance/metrics").json();

        assertThat(HttpEventsTest.keys(body)).containsExactly("uptime_seconds", "counters", "gauges", "timers");
        assertThat(body.path("uptime_seconds").asDouble()).isPositive();
        assertThat(body.path("counters").path("GET /v1/events 200").asLong()).isPositive();
        assertThat(HttpEventsTest.keys(body.path("timers").path("/v1/events")))
                .containsExactly("count", "avg_ms", "p50_ms", "p95_ms", "p99_ms", "max_ms");
    }

    @Test
    void performance_pool_addsUp() {
        JsonNode pool = http.get("/performance/database/pool").json();

        assertThat(HttpEventsTest.keys(pool))
                .contains("size", "checked_in", "checked_out", "overflow", "total", "waiting");
        assertThat(pool.path("size").asInt()).isEqualTo(10);
        assertThat(pool.path("checked_in").asInt() + pool.path("checked_out").asInt())
                .isEqualTo(pool.path("total").asInt());
    }

    @Test
    void performance_profile_saysWhereTheTimeWent() {
        String id = http.store("{\"text\":\"profiled\"}", "{}").id();
        List<CompletableFuture<Answer>> both = Stream.of(1, 2)
                .map(number -> CompletableFuture.supplyAsync(
                        () -> http.post("/performance/profile?seconds=2&endpoint=/v1/", "")))
                .toList();
        while (!both.stream().allMatch(CompletableFuture::isDone)) {
            http.get("/v1/events/" + id + "?no_cache=true");
            http.post("/v1/search/", "{\"query\":\"profiled\",\"mode\":\"hybrid\"}");
            http.get("/health");
        }

        assertThat(both).extracting(one -> one.join().status()).containsExactlyInAnyOrder(200, 409);
        JsonNode report = both.stream()
                .map(CompletableFuture::join)
                .filter(answer -> answer.status() == 200)
                .findFirst()
                .orElseThrow()
                .json();
        assertThat(report.path("seconds").asDouble()).isGreaterThanOrEqualTo(2);
        JsonNode search = JsonNodeFactory.instance.missingNode();
        for (JsonNode endpoint : report.path("endpoints")) {
            assertThat(endpoint.path("endpoint").asText()).startsWith("/v1/");
            search = endpoint.path("endpoint").asText().equals("/v1/search") ? endpoint : search;
        }
        assertThat(search.path("requests").asInt()).isPositive();
        for (String phase : List.of("admission", "pool", "sql", "index", "embedding", "serialisation")) {
            assertThat(search.at("/phases_ms/" + phase).asDouble()).as(phase).isPositive();
        }
        assertThat(report.path("statements")).isNotEmpty();
        assertThat(report.at("/execution/samples").asInt()).isPositive();
        assertThat(http.post("/performance/profile?seconds=0", "").status()).isEqualTo(422);
    }

    @Test
    void performance_reports_haveTheirShapes() {
        http.store("{\"text\":\"x\"}", "{}");

        JsonNode slow =
                http.get("/performance/database/slow-queries?limit=2").json().path("slow_queries");
        assertThat(slow.size()).isLessThanOrEqualTo(2);
        slow.forEach(
                each -> assertThat(HttpEventsTest.keys(each)).containsExactly("query", "calls", "mean_ms", "max_ms"));
        assertThat(http.get("/performance/database/indexes")
                        .json()
                        .path("indexes")
                        .findValuesAsText("index"))
                .contains("event_pkey");
        assertThat(http.get("/performance/optimize/suggestions")
                        .json()
                        .path("suggestions")
                        .isArray())
                .isTrue();
        JsonNode system = http.get("/performance/system").json();
        assertThat(HttpEventsTest.keys(system)).contains("process", "host", "configuration");
    }

    @Test
    void cacheStatistics_haveTheirShapeAndCountHits() {
        String path = "/v1/events/" + http.store("{\"text\":\"hit me\"}", "{}").id();
        http.get(path);
        JsonNode before = http.get("/v1/events/cache/stats").json();
        http.get(path);
        http.get(path);
        JsonNode after = http.get("/v1/events/cache/stats").json();

        assertThat(HttpEventsTest.keys(after))
                .containsExactly("event_cache", "search_cache", "graph_cache", "total_hits", "total_misses");
        for (String cache : List.of("event_cache", "search_cache", "graph_cache")) {
            assertThat(HttpEventsTest.keys(after.path(cache)))
                    .contains("hits", "misses", "hit_rate", "items_cached", "max_items", "ttl_seconds")
                    .contains("memory_bytes", "memory_mb", "evictions", "loads", "coalesced", "invalidations")
                    .contains("discarded_loads");
            assertThat(after.path(cache).path("hit_rate").asText()).matches("\\d{1,3}\\.\\d\\d%");
        }
        assertThat(after.path("event_cache").path("hits").asLong())
                .isEqualTo(before.path("event_cache").path("hits").asLong() + 2);
        assertThat(after.path("total_hits").asLong())
                .isEqualTo(before.path("total_hits").asLong() + 2);
        assertThat(after.path("event_cache").path("max_items").asInt()).isEqualTo(100);
        assertThat(after.path("search_cache").path("ttl_seconds").asInt()).isEqualTo(5);
    }

    @Test
    void cacheClear_dropsEveryEntry() {
        http.get("/v1/events/" + http.store("{}", "{}").id());
        assertThat(items()).isPositive();

        Answer cleared = http.post("/v1/events/cache/clear", "");

        assertThat(cleared.status()).isEqualTo(204);
        assertThat(cleared.body()).isEmpty();
        assertThat(items()).isZero();
        assertThat(http.post("/performance/cache/clear", "").status()).isEqualTo(200);
    }

    @Test
    void requestId_harmless_comesBack() {
        assertThat(http.get("/health", "X-Request-ID", "trace-7.a_B").header("X-Request-ID"))
                .isEqualTo("trace-7.a_B");
        assertThat(http.get("/health", "X-Request-ID", "x".repeat(65)).header("X-Request-ID"))
                .matches("[0-9a-f]{16}");
        Answer failed = http.get("/nothing", "X-Request-ID", "mine");
        assertThat(failed.json().path("request_id").asText()).isEqualTo("mine");
        Set<String> own = List.of(1, 2, 3).stream()
                .map(n -> http.get("/health").header("X-Request-ID"))
                .collect(Collectors.toSet());
        assertThat(own).hasSize(3);
    }

    private int items() {
        return http.get("/v1/events/cache/stats")
                .json()
                .path("event_cache")
                .path("items_cached")
                .asInt();
    }

    /** The value of a sample, 0 when it is absent. */
    private static double figure(String metrics, String sample) {
        return Pattern.compile("^" + Pattern.quote(sample) + " (\\S+)$", Pattern.MULTILINE)
                .matcher(metrics)
                .results()
                .map((MatchResult match) -> Double.parseDouble(match.group(1)))
                .findFirst()
                .orElse(0.0);
    }
}
