package io.mnemolite.load.result;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code docs/benchmarks/optimization.md}, made from the summary of the last comparison. */
public final class OptimizationPage {

    private static final String HEAD = """
        # Optimization

        `./dev load optimization` measures, and `./dev load page` writes this page from its summary: what the pool and the caches of the production profile are worth, against the same server with few connections and no cache. A fixed number of users draw from one seeded sequence of requests, each again as soon as it has its answer; so a faster server is asked more. Both configurations begin each round on a copy of the same filled store, and take turns, so that whatever else the machine does meets both alike. A time is counted from the sending to the whole answer; the generator runs on the server's machine and takes its part of the processor.

        The last column is after divided by before: below 1 is better for times, above 1 for rates.
        """;

    /** A figure that both sides have. */
    private enum Figure {
        SEARCH_P50("search p50 ms", "/search/p50_ms", false),
        SEARCH_P95("search p95 ms", "/search/p95_ms", false),
        SEARCH_P99("search p99 ms", "/search/p99_ms", false),
        EVENT_P95("event by id p95 ms", "/event_read/p95_ms", false),
        THROUGHPUT("answered/s", "/all/goodput", true);

        private final String shown;
        private final String pointer;
        private final boolean isBetterHigh;

        Figure(String shown, String pointer, boolean isBetterHigh) {
            this.shown = shown;
            this.pointer = pointer;
            this.isBetterHigh = isBetterHigh;
        }

        private double of(JsonNode side) {
            return side.at(pointer).asDouble();
        }

        private boolean isImproved(double before, double after) {
            return isBetterHigh ? after > before : after < before;
        }
    }

    private OptimizationPage() {}

    /** Of the summary in {@code work}; empty when there is none. */
    public static Optional<String> of(Path work) {
        return Summary.read(work, "optimization")
                .map(summary -> HEAD + "\n" + environment(summary) + "\n\n" + Page.verdicts(summary) + tables(summary));
    }

    private static String environment(JsonNode summary) {
        JsonNode facts = summary.path("environment");
        return Page.environment(summary)
                + String.format(
                        Locale.ROOT,
                        " %d users; each configuration %d × %d s a mix, after %d s of warm-up each.",
                        facts.path("users").asInt(),
                        facts.path("rounds").asInt(),
                        facts.path("seconds_of_a_round").asInt(),
                        facts.path("seconds_of_warm_up").asInt());
    }

    /** A table for each mix, with what is no better after than before. */
    public static String tables(JsonNode summary) {
        StringBuilder text = new StringBuilder();
        for (JsonNode mix : summary.path("mixes")) {
            text.append("\n## ")
                    .append(mix.path("name").asText())
                    .append(": ")
                    .append(mix.path("writes_percent").asText())
                    .append(" % writes\n\n")
                    .append(table(mix.path("before"), mix.path("after")));
        }
        return text.toString();
    }

    private static String table(JsonNode before, JsonNode after) {
        StringBuilder table = new StringBuilder("| | before | after | after / before |\n|---|---|---|---|\n");
        List<String> notBetter = new ArrayList<>();
        for (Figure figure : Figure.values()) {
            double then = figure.of(before);
            double now = figure.of(after);
            table.append(String.format(
                    Locale.ROOT, "| %s | %.1f | %.1f | %s |%n", figure.shown, then, now, ratio(then, now)));
            if (!figure.isImproved(then, now)) {
                notBetter.add(figure.shown);
            }
        }
        row(table, "answered/s in each round", rounds(before), rounds(after));
        row(
                table,
                "requests",
                before.at("/all/requests").asText(),
                after.at("/all/requests").asText());
        row(table, "failed, refused", failures(before), failures(after));
        for (String cache : List.of("event", "search", "graph")) {
            row(table, cache + " cache hits", hits(before, cache), hits(after, cache));
        }
        row(table, "connections in use, median and highest", connections(before), connections(after));
        String finding = notBetter.isEmpty()
                ? "After is better in every figure."
                : "After is **not** better in: " + String.join(", ", notBetter) + ".";
        return table.append("\n").append(finding).append("\n").toString();
    }

    private static void row(StringBuilder table, String name, String before, String after) {
        table.append("| ")
                .append(name)
                .append(" | ")
                .append(before)
                .append(" | ")
                .append(after)
                .append(" | |\n");
    }

    private static String ratio(double before, double after) {
        return before == 0 ? "" : String.format(Locale.ROOT, "%.2f", after / before);
    }

    private static String rounds(JsonNode side) {
        List<String> rates = new ArrayList<>();
        side.path("rates_of_rounds").forEach(rate -> rates.add(rate.asText()));
        return String.join(", ", rates);
    }

    private static String failures(JsonNode side) {
        return side.at("/all/failed").asInt() + side.at("/all/without_answer").asInt() + ", "
                + side.at("/all/refused").asText();
    }

    private static String hits(JsonNode side, String cache) {
        JsonNode reads = side.path("caches").path(cache);
        return reads.path("hits").asLong() + reads.path("misses").asLong() == 0
                ? "not asked"
                : reads.path("hit_percent").asText() + " %";
    }

    private static String connections(JsonNode side) {
        JsonNode connections = side.path("connections");
        return connections.path("median").asText() + ", "
                + connections.path("highest").asText() + " of "
                + connections.path("looks").asText() + " looks";
    }
}
