package io.mnemolite.cli.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.cli.api.Json;
import io.mnemolite.cli.terminal.Wrapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Two profiles side by side: each route of both with its percentiles and where its mean went, the statements that took
 * longest, and the allocation, as before, after and their ratio.
 */
record ProfileComparison(JsonNode before, JsonNode after) {

    private static final int STATEMENTS_SHOWN = 10;
    private static final int STATEMENT_COLUMNS = 60;
    private static final List<String> FIGURES = List.of("per_second", "p50_ms", "p95_ms", "p99_ms");

    /** Less of a mean than this many milliseconds in both is no line. */
    private static final double LEAST_PHASE = 0.05;

    /**
     * A pair of things of the same name.
     *
     * @param then null when only the later profile saw it
     * @param now null when only the earlier one did
     */
    private record Pair(
            String name, @Nullable JsonNode then, @Nullable JsonNode now) {}

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Before: " + before.path("started_at").asText() + "; after: "
                + after.path("started_at").asText());
        lines.add(String.format(Locale.ROOT, "%-34s%26s%26s%26s%26s", "route", "/s", "p50 ms", "p95 ms", "p99 ms"));
        for (Pair route : pairs("endpoints", "endpoint")) {
            route(route, lines);
        }
        lines.add("");
        lines.add(String.format(Locale.ROOT, "%26s%26s  %s", "calls", "mean ms", "statement"));
        pairs("statements", "statement").stream().limit(STATEMENTS_SHOWN).forEach(pair -> {
            List<String> text = Wrapping.wrap(pair.name(), STATEMENT_COLUMNS, 1);
            lines.add(String.format(
                    Locale.ROOT,
                    "%26s%26s  %s",
                    change(pair, "calls"),
                    change(pair, "mean_ms"),
                    text.isEmpty() ? "" : text.getFirst()));
        });
        lines.add("");
        lines.add("Allocated, MB/s: " + change(allocated(before) / 1e6, allocated(after) / 1e6));
        return lines;
    }

    private static void route(Pair route, List<String> lines) {
        lines.add(String.format(
                Locale.ROOT,
                "%-34s%26s%26s%26s%26s",
                Wrapping.printable(route.name()),
                change(route, FIGURES.get(0)),
                change(route, FIGURES.get(1)),
                change(route, FIGURES.get(2)),
                change(route, FIGURES.get(3))));
        JsonNode then = route.then();
        JsonNode now = route.now();
        if (then == null || now == null) {
            return;
        }
        for (String phase : ProfileText.PHASES) {
            double was = then.at("/phases_ms/" + phase).asDouble();
            double is = now.at("/phases_ms/" + phase).asDouble();
            if (Math.max(was, is) >= LEAST_PHASE) {
                lines.add(String.format(Locale.ROOT, "  %-32s%26s", "mean ms of " + phase, change(was, is)));
            }
        }
    }

    /** The same as members, for programs. */
    ObjectNode json() {
        ObjectNode json = Json.object();
        json.set("before", before);
        json.set("after", after);
        for (Pair route : pairs("endpoints", "endpoint")) {
            ObjectNode ratios = json.withArray("endpoints").addObject().put("endpoint", route.name());
            FIGURES.forEach(figure -> ratio(ratios, figure, route));
        }
        for (Pair statement : pairs("statements", "statement")) {
            ratio(json.withArray("statements").addObject().put("statement", statement.name()), "mean_ms", statement);
        }
        return json;
    }

    private static void ratio(ObjectNode ratios, String figure, Pair pair) {
        JsonNode then = pair.then();
        JsonNode now = pair.now();
        double was = then == null ? 0 : then.path(figure).asDouble();
        if (was == 0 || now == null) {
            ratios.putNull(figure);
        } else {
            ratios.put(figure, now.path(figure).asDouble() / was);
        }
    }

    /** Of both, in the order of the later one, then what only the earlier one has. */
    private List<Pair> pairs(String list, String name) {
        Map<String, JsonNode> earlier = new LinkedHashMap<>();
        before.path(list).forEach(of -> earlier.put(of.path(name).asText(), of));
        List<Pair> pairs = new ArrayList<>();
        for (JsonNode now : after.path(list)) {
            String key = now.path(name).asText();
            pairs.add(new Pair(key, earlier.remove(key), now));
        }
        earlier.forEach((key, then) -> pairs.add(new Pair(key, then, null)));
        return pairs;
    }

    private static double allocated(JsonNode report) {
        return report.at("/allocation/bytes_per_second").asDouble();
    }

    private static String change(Pair pair, String member) {
        JsonNode then = pair.then();
        JsonNode now = pair.now();
        if (then == null || now == null) {
            JsonNode only = then == null ? now : then;
            double figure = only == null ? 0 : only.path(member).asDouble();
            return String.format(Locale.ROOT, then == null ? "- > %,.1f" : "%,.1f > -", figure);
        }
        return change(then.path(member).asDouble(), now.path(member).asDouble());
    }

    private static String change(double was, double is) {
        return String.format(
                Locale.ROOT,
                "%,.1f > %,.1f (%s)",
                was,
                is,
                was == 0 ? "-" : String.format(Locale.ROOT, "x%.2f", is / was));
    }
}
