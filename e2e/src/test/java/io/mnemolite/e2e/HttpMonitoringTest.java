package io.mnemolite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /api/monitoring} (contract section 5). */
class HttpMonitoringTest {

    private Http http = SharedServer.http();

    @BeforeEach
    void emptyStore() {
        http = SharedServer.emptied();
    }

    @Test
    void status_withoutEvents_isOperational() {
        JsonNode status = http.get("/api/monitoring/status").json();

        assertThat(HttpEventsTest.keys(status)).containsExactly("status", "timestamp", "summary");
        assertThat(status.path("status").asText()).isEqualTo("operational");
        assertThat(status.path("summary")).isEqualTo(Http.tree("{\"critical\":0,\"warning\":0,\"info\":0}"));
    }

    @ParameterizedTest
    @CsvSource({"0, 5, operational", "0, 6, degraded", "1, 0, critical", "1, 9, critical"})
    void status_bySeverity(int critical, int warnings, String expected) {
        for (int i = 0; i < critical; i++) {
            event("critical", 1);
        }
        for (int i = 0; i < warnings; i++) {
            event("warning", 2);
        }
        http.store("{}", "{}");

        JsonNode status = http.get("/api/monitoring/status").json();

        assertThat(status.path("status").asText()).isEqualTo(expected);
        assertThat(status.path("summary"))
                .isEqualTo(Http.tree("{\"critical\":" + critical + ",\"warning\":" + warnings + ",\"info\":1}"));
    }

    @Test
    void status_ofOldEvents_isOperational() {
        event("critical", 25);

        assertThat(http.get("/api/monitoring/status").json().path("status").asText())
                .isEqualTo("operational");
    }

    @Test
    void periods_endNow() {
        event("critical", -1);
        http.store("{}", "{\"severity\":\"info\"}");
        http.post("/v1/events/", "{\"content\":{},\"timestamp\":\"9999-12-31T00:00:00Z\"}");

        assertThat(http.get("/api/monitoring/status").json().path("summary"))
                .isEqualTo(Http.tree("{\"critical\":0,\"warning\":0,\"info\":1}"));
        for (String period : List.of("24h", "7d", "30d")) {
            assertThat(http.get("/api/monitoring/events/timeline?period=" + period)
                            .json()
                            .findValuesAsText("count"))
                    .containsExactly("1");
            assertThat(http.get("/api/monitoring/events/distribution?period=" + period)
                            .json()
                            .path("by_severity"))
                    .isEqualTo(Http.tree("[{\"label\":\"info\",\"count\":1}]"));
        }
    }

    @Test
    void critical_newestFirst() {
        event("critical", 30);
        event("critical", 1);
        event("warning", 1);

        JsonNode events = http.get("/api/monitoring/events/critical").json();

        assertThat(events).hasSize(2);
        assertThat(HttpEventsTest.keys(events.path(0)))
                .containsExactly("id", "content", "metadata", "timestamp", "age");
        assertThat(events.findValuesAsText("timestamp")).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(http.get("/api/monitoring/events/critical?limit=1").json()).hasSize(1);
        assertThat(http.get("/api/monitoring/events/critical?limit=50").status())
                .isEqualTo(200);
        assertThat(http.get("/api/monitoring/events/critical?limit=51").violation())
                .isEqualTo("less_than_equal [\"query\",\"limit\"]");
    }

    @ParameterizedTest
    @CsvSource({"24h, 3", "7d, 4", "30d, 5"})
    void timeline_ofAPeriod_countsItsEventsAscending(String period, int expected) {
        for (int hours : new int[] {1, 2, 23, 30, 24 * 8, 24 * 31}) {
            event("info", hours);
        }

        JsonNode buckets =
                http.get("/api/monitoring/events/timeline?period=" + period).json();

        int sum = 0;
        for (JsonNode bucket : buckets) {
            assertThat(HttpEventsTest.keys(bucket)).containsExactly("time", "count");
            sum += bucket.path("count").asInt();
            Instant time = Instant.parse(bucket.path("time").asText());
            assertThat(time).isEqualTo(time.truncatedTo(period.equals("24h") ? ChronoUnit.HOURS : ChronoUnit.DAYS));
        }
        assertThat(sum).isEqualTo(expected);
        assertThat(buckets.findValuesAsText("time")).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void timeline_ofASeverity_countsItAlone() {
        event("warning", 1);
        event("critical", 1);

        JsonNode buckets =
                http.get("/api/monitoring/events/timeline?severity=warning").json();

        assertThat(buckets.findValuesAsText("count")).containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"timeline", "distribution"})
    void period_unknown_is422(String route) {
        assertThat(http.get("/api/monitoring/events/" + route + "?period=1y").violation())
                .isEqualTo("enum [\"query\",\"period\"]");
    }

    @Test
    void distribution_listsTheTopTen() {
        for (int i = 0; i < 12; i++) {
            for (int n = 0; n <= (i == 11 ? 2 : 0); n++) {
                http.store("{}", "{\"severity\":\"info\",\"project\":\"p" + i + "\"}");
            }
        }
        http.store("{}", "{\"category\":\"c\"}");

        JsonNode body = http.get("/api/monitoring/events/distribution").json();

        assertThat(HttpEventsTest.keys(body)).containsExactly("by_severity", "by_project", "by_category");
        assertThat(body.path("by_severity")).isEqualTo(Http.tree("[{\"label\":\"info\",\"count\":15}]"));
        assertThat(body.path("by_project")).hasSize(10);
        assertThat(body.path("by_project").path(0)).isEqualTo(Http.tree("{\"label\":\"p11\",\"count\":3}"));
        assertThat(body.path("by_category"))
                .isEqualTo(Http.tree("[{\"label\":\"unknown\",\"count\":14},{\"label\":\"c\",\"count\":1}]"));
    }

    @Test
    void metrics_describeTheStore() {
        http.store("{}", "{}");

        JsonNode body = http.get("/api/monitoring/metrics").json();

        assertThat(HttpEventsTest.keys(body))
                .isEqualTo(List.of("total_events", "db_size_mb", "cache_hit_ratio", "active_connections"));
        assertThat(body.path("total_events").asInt()).isEqualTo(1);
        assertThat(body.path("db_size_mb").asDouble()).isPositive();
        assertThat(body.path("cache_hit_ratio").asDouble()).isBetween(0.0, 1.0);
    }

    private void event(String severity, int hoursAgo) {
        http.post(
                "/v1/events/",
                "{\"content\":{},\"metadata\":{\"severity\":\"" + severity + "\"},\"timestamp\":\""
                        + Instant.now().minus(hoursAgo, ChronoUnit.HOURS) + "\"}");
    }
}
