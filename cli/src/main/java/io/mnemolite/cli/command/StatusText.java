package io.mnemolite.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.cli.terminal.Quantity;
import io.mnemolite.cli.terminal.Style;
import io.mnemolite.cli.terminal.Wrapping;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The report of {@link StatusCommand} for people. What the report lacks is not shown. */
record StatusText(JsonNode report, Style style, Instant now) {

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        boolean healthy = report.path("healthy").asBoolean();
        String condition = report.at("/health/status").asText();
        lines.add(style.strong("MnemoLite" + spaced(version())) + " at " + text("/url") + " is "
                + (healthy ? style.good(condition) : style.bad(condition)));
        add(lines, "process", process());
        add(lines, "data", join(first("home", "data_directory"), storeSize()));
        add(lines, "database", database());
        add(lines, "events", counted("/store/total_events"));
        add(lines, "index", index());
        add(lines, "vectors", vectors());
        caches(lines);
        return lines;
    }

    private static void add(List<String> lines, String name, String value) {
        if (!value.isEmpty()) {
            lines.add(String.format(Locale.ROOT, "  %-10s%s", name, value));
        }
    }

    private String version() {
        String served = text("/server/version");
        return served.isEmpty() ? first("version") : served;
    }

    private String process() {
        String pid = first("pid");
        return join(pid.isEmpty() ? "" : "pid " + pid, uptime());
    }

    private String uptime() {
        JsonNode seconds = report.path("system").findPath("uptime_seconds");
        if (seconds.isNumber()) {
            return "up " + Quantity.duration(Duration.ofSeconds(seconds.asLong()));
        }
        String started = text("/started_at");
        return started.isEmpty() ? "" : "up " + Quantity.duration(Duration.between(Instant.parse(started), now));
    }

    private String storeSize() {
        JsonNode size = report.at("/store/db_size_mb");
        return size.isNumber() ? Quantity.bytes(Math.round(size.asDouble() * 1_000_000)) : "";
    }

    private String database() {
        JsonNode postgres = report.at("/health/services/postgres");
        if (postgres.path("status").asText().equals("ok")) {
            return join(style.good("ok"), shortened(postgres.path("version").asText()));
        }
        return postgres.isMissingNode()
                ? ""
                : join(style.bad("error"), shortened(postgres.path("message").asText()));
    }

    private String index() {
        String state = text("/index/state");
        return switch (state) {
            case "ready" -> style.good(state);
            case "rebuilding" ->
                style.warning(state) + ", " + counted("/index/done") + " of " + counted("/index/total") + " events";
            default -> join(style.bad(state), shortened(text("/index/reason")));
        };
    }

    private String vectors() {
        JsonNode embedding = report.path("embedding");
        if (embedding.path("model").isMissingNode()) {
            return "";
        }
        long awaiting = embedding.path("awaiting").asLong();
        String backlog = Quantity.count(awaiting) + " of " + counted("/embedding/total") + " wait for theirs";
        return join(
                text("/embedding/model") + " (" + text("/embedding/dimension") + " dimensions)",
                awaiting == 0 ? "none is missing" : style.warning(backlog));
    }

    private void caches(List<String> lines) {
        for (String name : List.of("event", "search", "graph")) {
            JsonNode cache = report.path("caches").path(name + "_cache");
            if (!cache.isMissingNode()) {
                long reads = cache.path("hits").asLong() + cache.path("misses").asLong();
                String row = String.format(
                        Locale.ROOT,
                        "%-7s %8s of %s hit, %s of %s entries, %s",
                        name,
                        cache.path("hit_rate").asText(),
                        Quantity.counted(reads, "read"),
                        Quantity.count(cache.path("items_cached").asLong()),
                        Quantity.count(cache.path("max_items").asLong()),
                        Quantity.bytes(cache.path("memory_bytes").asLong()));
                add(lines, name.equals("event") ? "caches" : "", row);
            }
        }
    }

    /** The first of the names that the report itself or, at any depth, its system figures hold. */
    private String first(String... names) {
        for (String name : names) {
            JsonNode value =
                    report.path(name).isMissingNode() ? report.path("system").findPath(name) : report.path(name);
            if (value.isValueNode() && !value.isMissingNode() && !value.isNull()) {
                return Wrapping.printable(value.asText());
            }
        }
        return "";
    }

    private String text(String pointer) {
        return Wrapping.printable(report.at(pointer).asText());
    }

    private String counted(String pointer) {
        JsonNode number = report.at(pointer);
        return number.isNumber() ? Quantity.count(number.asLong()) : "";
    }

    private static String shortened(String text) {
        List<String> line = Wrapping.wrap(text, 60, 1);
        return line.isEmpty() ? "" : line.getFirst();
    }

    private static String spaced(String text) {
        return text.isEmpty() ? "" : " " + text;
    }

    private static String join(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + ", " + second;
    }
}
