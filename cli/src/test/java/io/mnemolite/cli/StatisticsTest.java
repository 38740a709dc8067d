package io.mnemolite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.cli.CommandLineRun.Result;
import org.junit.jupiter.api.Test;

class StatisticsTest extends ServerTest {

    private void busy() {
        server.on(
                        "GET /performance/system",
                        200,
                        "{\"version\":\"0.1.0\",\"process\":{\"uptime_seconds\":90,\"cpu_load\":0.5,"
                                + "\"heap_used_bytes\":1000000,\"heap_max_bytes\":512000000},\"host\":{\"processors\":2}}")
                .on("GET /performance/metrics", 200, requests(10))
                .on("GET /performance/metrics", 200, requests(30))
                .on(
                        "GET /performance/database/pool",
                        200,
                        "{\"size\":20,\"max_overflow\":10,\"checked_out\":4,\"waiting\":0}")
                .on("GET /v1/events/cache/stats", 200, caches(6, 4))
                .on("GET /v1/events/cache/stats", 200, caches(15, 5))
                .on(
                        "GET /v1/index/status",
                        200,
                        "{\"state\":\"ready\",\"lag_seconds\":0.25,\"code\":{\"state\":\"rebuilding\"}}")
                .on("GET /v1/embedding/status", 200, "{\"model\":\"bge\",\"awaiting\":1,\"total\":5}")
                .on("GET /v1/code/index/status", 200, "{\"repositories\":[{\"vectors_awaited\":7}]}");
    }

    private static String requests(int count) {
        return "{\"counters\":{\"GET /v1/events/{event_id} 200\":" + count
                + "},\"gauges\":{\"requests_executing\":1,\"requests_waiting\":0},\"timers\":{\"/v1/events/{event_id}\":"
                + "{\"count\":" + count + ",\"p50_ms\":1.25,\"p95_ms\":2.5,\"p99_ms\":3.0},\"/quiet\":{\"count\":0}}}";
    }

    private static String caches(int hits, int misses) {
        return "{\"event_cache\":{\"hits\":" + hits + ",\"misses\":" + misses
                + ",\"items_cached\":5,\"max_items\":1000,\"memory_bytes\":2048,\"invalidations\":3,\"evictions\":1}}";
    }

    @Test
    void reading_isShownAligned() {
        busy();
        Result result = run("stats");
        assertThat(result.out()).isEqualTo("""
                process   MnemoLite 0.1.0, up 1 min 30 s, processor 50 % of 2, heap 1.0 MB of 512.0 MB
                requests  1 executing, 0 waiting
                pool      4 of 20 + 10 connections in use, 0 waiting
                index     events ready, 0.3 s behind; code rebuilding
                vectors   1 event and 7 chunks of code wait for theirs (bge)

                cache                       hits           entries      size   invalidated     evicted
                event                     60.0 %        5 of 1,000    2.0 kB             3           1
                search                         -            0 of 0       0 B             0           0
                graph                          -            0 of 0       0 B             0           0

                route, since the start                requests              p50 ms    p95 ms    p99 ms
                /v1/events/{event_id}                       10                 1.3       2.5       3.0
                """);
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void watch_tellsWhatHappenedSinceTheReadingBefore() {
        busy();
        Result result = run("stats", "--watch", "0.1", "--count", "2");
        // The clock of the test stands still, so there is a share of hits and no rate.
        assertThat(result.out()).contains("event         90.0 %      75.0 %").contains("0 waiting, -/s");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void json_isOneLineForEachReading() {
        busy();
        Result result = run("stats", "--watch", "0.1", "--count", "3", "--json");
        assertThat(result.out().lines()).hasSize(3);
        assertThat(json(result.out().lines().toList().getFirst()).fieldNames())
                .toIterable()
                .containsExactly("at", "system", "requests", "pool", "caches", "index", "embedding", "code");
    }

    @Test
    void parts_thatCannotBeHad_areLeftOut() {
        server.on("GET /v1/index/status", 200, "{\"state\":\"ready\",\"code\":{\"state\":\"ready\"}}");
        assertThat(run("stats").out()).isEqualTo("index     events ready; code ready\n");
    }

    @Test
    void numbers_thatMakeNoSense_areRefused() {
        assertThat(run("stats", "--watch", "0").err()).contains("--watch 0.0 is not a number of seconds");
        assertThat(run("stats", "--watch", "NaN").err()).contains("--watch NaN is not a number of seconds");
        assertThat(run("stats", "--count", "2").err()).contains("give --watch, too");
        assertThat(run("stats", "--watch", "--count", "0").err()).contains("--count 0 is not a number of readings");
        assertThat(run("stats", "--count", "2").exitCode()).isEqualTo(2);
    }
}
