package io.mnemolite.cli.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.cli.terminal.Quantity;
import io.mnemolite.cli.terminal.Style;
import io.mnemolite.cli.terminal.Wrapping;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Reading} for people. What it lacks is not shown.
 *
 * @param before an earlier reading of the same server, to tell rates; null when there is none
 */
record StatisticsText(Reading reading, @Nullable Reading before, Style style) {

    private static final int SHOWN_ROUTES = 12;

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        add(lines, "process", process());
        add(lines, "requests", requests());
        add(lines, "pool", pool());
        add(lines, "index", index());
        add(lines, "vectors", vectors());
        caches(lines);
        routes(lines);
        return lines;
    }

    private static void add(List<String> lines, String name, String value) {
        if (!value.isEmpty()) {
            lines.add(String.format(Locale.ROOT, "%-10s%s", name, value));
        }
    }

    private String process() {
        JsonNode uptime = reading.at("system", "/process/uptime_seconds");
        if (!uptime.isNumber()) {
            return "";
        }
        return String.format(
                Locale.ROOT,
                "MnemoLite %s, up %s, processor %.0f %% of %d, heap %s of %s",
                Wrapping.printable(reading.at("system", "/version").asText()),
                Quantity.duration(Duration.ofSeconds(uptime.asLong())),
                100 * reading.at("system", "/process/cpu_load").asDouble(),
                reading.at("system", "/host/processors").asInt(),
                Quantity.bytes(reading.at("system", "/process/heap_used_bytes").asLong()),
                Quantity.bytes(reading.at("system", "/process/heap_max_bytes").asLong()));
    }

    private String requests() {
        JsonNode executing = reading.at("requests", "/gauges/requests_executing");
        if (!executing.isNumber()) {
            return "";
        }
        long waiting = reading.at("requests", "/gauges/requests_waiting").asLong();
        String now = Quantity.count(executing.asLong()) + " executing, " + alarming(waiting, "waiting");
        return before == null ? now : now + ", " + rate(total(reading) - total(before)) + "/s";
    }

    private static long total(Reading of) {
        long total = 0;
        for (JsonNode count : of.at("requests", "/counters")) {
            total += count.asLong();
        }
        return total;
    }

    private String pool() {
        JsonNode used = reading.at("pool", "/checked_out");
        if (!used.isNumber()) {
            return "";
        }
        return used.asLong() + " of " + reading.at("pool", "/size").asLong() + " + "
                + reading.at("pool", "/max_overflow").asLong() + " connections in use, "
                + alarming(reading.at("pool", "/waiting").asLong(), "waiting");
    }

    private String index() {
        JsonNode state = reading.at("index", "/state");
        return state.isMissingNode() ? "" : "events " + index("") + "; code " + index("/code");
    }

    private String index(String at) {
        String state = reading.at("index", at + "/state").asText();
        JsonNode lag = reading.at("index", at + "/lag_seconds");
        String shown = state.equals("ready") ? style.good(state) : style.warning(Wrapping.printable(state));
        return lag.isNumber() ? String.format(Locale.ROOT, "%s, %.1f s behind", shown, lag.asDouble()) : shown;
    }

    private String vectors() {
        JsonNode awaiting = reading.at("embedding", "/awaiting");
        if (!awaiting.isNumber()) {
            return "";
        }
        long chunks = 0;
        for (JsonNode repository : reading.at("code", "/repositories")) {
            chunks += repository.path("vectors_awaited").asLong();
        }
        return Quantity.counted(awaiting.asLong(), "event") + " and "
                + Quantity.counted(chunks, "chunk") + " of code wait for theirs ("
                + Wrapping.printable(reading.at("embedding", "/model").asText()) + ")";
    }

    private void caches(List<String> lines) {
        if (reading.at("caches", "/event_cache").isMissingNode()) {
            return;
        }
        lines.add("");
        lines.add(style.faint(String.format(
                Locale.ROOT,
                "%-10s%10s%12s%18s%10s%14s%12s",
                "cache",
                before == null ? "" : "hits now",
                "hits",
                "entries",
                "size",
                "invalidated",
                "evicted")));
        for (String name : List.of("event", "search", "graph")) {
            String cache = "/" + name + "_cache";
            long hits = count(reading, cache + "/hits");
            long misses = count(reading, cache + "/misses");
            lines.add(String.format(
                    Locale.ROOT,
                    "%-10s%10s%12s%18s%10s%14s%12s",
                    name,
                    before == null
                            ? ""
                            : share(hits - count(before, cache + "/hits"), misses - count(before, cache + "/misses")),
                    share(hits, misses),
                    Quantity.count(count(reading, cache + "/items_cached")) + " of "
                            + Quantity.count(count(reading, cache + "/max_items")),
                    Quantity.bytes(count(reading, cache + "/memory_bytes")),
                    Quantity.count(count(reading, cache + "/invalidations")),
                    Quantity.count(count(reading, cache + "/evictions"))));
        }
    }

    private static long count(Reading of, String pointer) {
        return of.at("caches", pointer).asLong();
    }

    /** Without reads there is no share. */
    private static String share(long hits, long misses) {
        return hits + misses <= 0 ? "-" : String.format(Locale.ROOT, "%.1f %%", 100.0 * hits / (hits + misses));
    }

    private void routes(List<String> lines) {
        JsonNode timers = reading.at("requests", "/timers");
        List<Map.Entry<String, JsonNode>> busiest = timers.properties().stream()
                .filter(timer -> requestsOf(timer) > 0)
                .sorted(Comparator.comparingLong((Map.Entry<String, JsonNode> timer) -> -requestsOf(timer))
                        .thenComparing(Map.Entry::getKey))
                .limit(SHOWN_ROUTES)
                .toList();
        if (busiest.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(style.faint(String.format(
                Locale.ROOT,
                "%-36s%10s%10s%10s%10s%10s",
                "route, since the start",
                "requests",
                before == null ? "" : "/s now",
                "p50 ms",
                "p95 ms",
                "p99 ms")));
        for (Map.Entry<String, JsonNode> timer : busiest) {
            JsonNode of = timer.getValue();
            lines.add(String.format(
                    Locale.ROOT,
                    "%-36s%10s%10s%10.1f%10.1f%10.1f",
                    Wrapping.printable(timer.getKey()),
                    Quantity.count(of.path("count").asLong()),
                    before == null ? "" : rate(requestsOf(timer)),
                    of.path("p50_ms").asDouble(),
                    of.path("p95_ms").asDouble(),
                    of.path("p99_ms").asDouble()));
        }
    }

    /** Since the reading before, or since the start. */
    private long requestsOf(Map.Entry<String, JsonNode> timer) {
        long count = timer.getValue().path("count").asLong();
        return before == null
                ? count
                : count
                        - before.at("requests", "/timers")
                                .path(timer.getKey())
                                .path("count")
                                .asLong();
    }

    private String rate(long requests) {
        double seconds =
                before == null ? 0 : Duration.between(before.at(), reading.at()).toMillis() / 1e3;
        return seconds <= 0 ? "-" : String.format(Locale.ROOT, "%,.1f", requests / seconds);
    }

    private String alarming(long count, String what) {
        String text = Quantity.count(count) + " " + what;
        return count == 0 ? text : style.warning(text);
    }
}
