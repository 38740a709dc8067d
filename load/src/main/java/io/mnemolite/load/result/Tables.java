package io.mnemolite.load.result;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Tables of a summary, in Markdown, which is readable on a console as well. */
public final class Tables {

    private Tables() {}

    /** A line for each area and one for all. */
    public static String areas(JsonNode summary) {
        StringBuilder table = new StringBuilder(head("area"));
        for (JsonNode area : summary.path("areas")) {
            table.append(row(area, area.path("name").asText()));
        }
        return table.append(row(summary.path("all"), "all")).toString();
    }

    /** A line for each kind of request; writes are marked. */
    public static String kinds(JsonNode summary) {
        StringBuilder table = new StringBuilder(head("kind"));
        for (JsonNode kind : summary.path("kinds")) {
            String mark = kind.path("writes").asBoolean() ? " (write)" : "";
            table.append(row(kind, kind.path("name").asText() + mark));
        }
        return table.toString();
    }

    /** A line for each phase. */
    public static String phases(JsonNode summary) {
        StringBuilder table = new StringBuilder();
        table.append("| phase | seconds | wanted/s | sent/s | answered/s | refused | failed | p50 ms | p99 ms |\n");
        table.append("|---|---|---|---|---|---|---|---|---|\n");
        for (JsonNode phase : summary.path("phases")) {
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %.0f | %.0f%s | %.0f | %d | %d | %.1f | %.1f |%n",
                    phase.path("name").asText(),
                    phase.path("seconds").asInt(),
                    phase.path("wanted_rate").asDouble(),
                    phase.path("rate").asDouble(),
                    phase.path("rate_reached").asBoolean() ? "" : " (not reached)",
                    phase.path("goodput").asDouble(),
                    phase.path("refused").asInt(),
                    phase.path("failed").asInt(),
                    phase.path("p50_ms").asDouble(),
                    phase.path("p99_ms").asDouble()));
        }
        return table.toString();
    }

    /** A line for each multiple of the knee. */
    public static String peaks(JsonNode summary) {
        StringBuilder table = new StringBuilder();
        table.append(
                "| times the knee | sent/s | answered/s | refused | refusal p95 ms | refusal p99 ms | /health p99 ms |"
                        + " usual p99 after s |\n");
        table.append("|---|---|---|---|---|---|---|---|\n");
        for (JsonNode peak : summary.path("overload").path("peaks")) {
            table.append(String.format(
                    Locale.ROOT,
                    "| %d | %.0f%s | %.1f | %d | %.1f | %.1f | %.1f | %s |%n",
                    peak.path("multiple").asInt(),
                    peak.path("sent_rate").asDouble(),
                    peak.path("reached").asBoolean() ? "" : " (not reached)",
                    peak.path("goodput").asDouble(),
                    peak.path("refused").asInt(),
                    peak.path("refusal_p95_ms").asDouble(),
                    peak.path("refusal_p99_ms").asDouble(),
                    peak.path("health_p99_ms").asDouble(),
                    peak.path("seconds_to_usual_p99").asText("not seen")));
        }
        return table.toString();
    }

    private static String head(String first) {
        return "| " + first + " | requests | a second | refused | failed | p50 ms | p95 ms | p99 ms |\n"
                + "|---|---|---|---|---|---|---|---|\n";
    }

    private static String row(JsonNode tally, String name) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.1f | %d | %d | %.1f | %.1f | %.1f |%n",
                name,
                tally.path("requests").asInt(),
                tally.path("rate").asDouble(),
                tally.path("refused").asInt(),
                tally.path("failed").asInt(),
                tally.path("p50_ms").asDouble(),
                tally.path("p95_ms").asDouble(),
                tally.path("p99_ms").asDouble());
    }
}
