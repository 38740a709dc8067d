package io.mnemolite.cli.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.cli.terminal.Quantity;
import io.mnemolite.cli.terminal.Wrapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A profile for the terminal: the busiest routes, their phases, the statements that took longest. */
record ProfileText(JsonNode report) {

    private static final int SHOWN = 10;
    private static final int STATEMENT_COLUMNS = 60;

    static final List<String> PHASES =
            List.of("admission", "pool", "sql", "index", "embedding", "serialisation", "rest");

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        double seconds = report.path("seconds").asDouble();
        lines.add(String.format(
                Locale.ROOT,
                "%.0f s from %s",
                seconds,
                report.path("started_at").asText()));
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "%-34s%9s%8s%8s%8s%8s  %s",
                "route",
                "/s",
                "failed",
                "p50 ms",
                "p95 ms",
                "p99 ms",
                "where the mean goes"));
        int shown = 0;
        for (JsonNode endpoint : report.path("endpoints")) {
            if (shown++ == SHOWN) {
                break;
            }
            lines.add(String.format(
                    Locale.ROOT,
                    "%-34s%9.1f%8d%8.1f%8.1f%8.1f  %s",
                    Wrapping.printable(endpoint.path("endpoint").asText()),
                    endpoint.path("per_second").asDouble(),
                    endpoint.path("failed").asLong(),
                    endpoint.path("p50_ms").asDouble(),
                    endpoint.path("p95_ms").asDouble(),
                    endpoint.path("p99_ms").asDouble(),
                    phases(endpoint)));
        }
        if (shown == 0) {
            lines.add(
                    "No request was answered meanwhile; profile while something asks, such as mnemolite doctor load.");
        }
        statements(lines);
        lines.add("");
        lines.add("Allocated: "
                + Quantity.bytes(
                        Math.round(report.at("/allocation/bytes_per_second").asDouble()))
                + "/s");
        return lines;
    }

    /** {@code sql 62 %, serialisation 20 %}: those of five percent and more. */
    private static String phases(JsonNode endpoint) {
        double mean = endpoint.path("mean_ms").asDouble();
        List<String> shares = new ArrayList<>();
        for (String phase : PHASES) {
            double share = mean == 0 ? 0 : endpoint.at("/phases_ms/" + phase).asDouble() / mean;
            if (share >= 0.05) {
                shares.add(String.format(Locale.ROOT, "%s %.0f %%", phase, 100 * share));
            }
        }
        return String.join(", ", shares);
    }

    private void statements(List<String> lines) {
        lines.add("");
        lines.add(String.format(Locale.ROOT, "%9s%10s%10s  %s", "calls", "total ms", "mean ms", "statement"));
        int shown = 0;
        for (JsonNode statement : report.path("statements")) {
            if (shown++ == SHOWN) {
                break;
            }
            List<String> text = Wrapping.wrap(statement.path("statement").asText(), STATEMENT_COLUMNS, 1);
            lines.add(String.format(
                    Locale.ROOT,
                    "%9s%10.1f%10.2f  %s",
                    Quantity.count(statement.path("calls").asLong()),
                    statement.path("total_ms").asDouble(),
                    statement.path("mean_ms").asDouble(),
                    text.isEmpty() ? "" : text.getFirst()));
        }
    }
}
