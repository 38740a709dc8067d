package io.mnemolite.cli.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.cli.terminal.Wrapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Two profiles side by side: what both saw, as before, after and their ratio. */
record ProfileComparison(JsonNode before, JsonNode after) {

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Before: " + before.path("started_at").asText() + "; after: "
                + after.path("started_at").asText());
        lines.add(String.format(Locale.ROOT, "%-34s%26s%26s%26s", "route", "/s", "p50 ms", "p99 ms"));
        Map<String, JsonNode> earlier = new LinkedHashMap<>();
        before.path("endpoints").forEach(of -> earlier.put(of.path("endpoint").asText(), of));
        int common = 0;
        for (JsonNode now : after.path("endpoints")) {
            JsonNode then = earlier.get(now.path("endpoint").asText());
            if (then != null) {
                common++;
                lines.add(String.format(
                        Locale.ROOT,
                        "%-34s%26s%26s%26s",
                        Wrapping.printable(now.path("endpoint").asText()),
                        change(then, now, "per_second"),
                        change(then, now, "p50_ms"),
                        change(then, now, "p99_ms")));
            }
        }
        if (common == 0) {
            lines.add("The two have no route in common.");
        }
        return lines;
    }

    private static String change(JsonNode before, JsonNode after, String member) {
        double was = before.path(member).asDouble();
        double is = after.path(member).asDouble();
        return String.format(Locale.ROOT, "%,.1f > %,.1f (%s)", was, is, was == 0 ? "-" : ratio(is / was));
    }

    private static String ratio(double ratio) {
        return String.format(Locale.ROOT, "x%.2f", ratio);
    }
}
