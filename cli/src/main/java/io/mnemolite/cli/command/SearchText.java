package io.mnemolite.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.cli.api.Json;
import io.mnemolite.cli.terminal.Quantity;
import io.mnemolite.cli.terminal.Style;
import io.mnemolite.cli.terminal.Wrapping;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The answer of a search for people: number, age and text of each hit, its metadata and id below. */
record SearchText(Style style, int columns, Instant now, boolean explain) {

    private static final String INDENT = "    ";
    private static final int TEXT_LINES = 4;
    /** The content fields that the server embeds, in its order. */
    private static final List<String> TEXT_FIELDS = List.of("text", "body", "message", "content", "title");

    List<String> lines(JsonNode answer) {
        List<String> lines = new ArrayList<>();
        JsonNode events = answer.path("events");
        int rank = 0;
        for (JsonNode event : events) {
            rank++;
            String head = String.format(Locale.ROOT, "%2d. ", rank);
            lines.add(
                    style.strong(head) + style.faint(age(event.path("timestamp").asText())));
            for (String line : Wrapping.wrap(text(event.path("content")), columns - INDENT.length(), TEXT_LINES)) {
                lines.add(INDENT + line);
            }
            faint(lines, pairs(event.path("metadata")));
            faint(lines, event.path("id").asText());
            if (explain) {
                faint(lines, pairs(event.path("explanation")));
            }
        }
        summary(lines, answer, rank);
        return lines;
    }

    private void summary(List<String> lines, JsonNode answer, int shown) {
        JsonNode explanation = answer.path("explanation");
        if (shown == 0) {
            lines.add("Nothing found.");
            explanation.path("empty_because").forEach(reason -> lines.add(Wrapping.printable(reason.asText())));
            return;
        }
        long total = answer.path("total").asLong(shown);
        String atLeast = answer.path("total_relation").asText().equals("gte") ? "at least " : "";
        lines.add("");
        lines.add(
                shown == total
                        ? Quantity.counted(total, "memory", "memories") + "."
                        : Quantity.count(shown) + " of " + atLeast + Quantity.count(total) + " memories.");
        if (explain) {
            lines.addAll(Wrapping.wrap(pairs(explanation), columns, 10));
        }
    }

    private void faint(List<String> lines, String text) {
        for (String line : Wrapping.wrap(text, columns - INDENT.length(), TEXT_LINES)) {
            lines.add(INDENT + style.faint(line));
        }
    }

    private String age(String timestamp) {
        try {
            return Quantity.relative(Instant.parse(timestamp), now) + " (" + timestamp + ")";
        } catch (DateTimeException e) {
            return Wrapping.printable(timestamp);
        }
    }

    private static String text(JsonNode content) {
        for (String field : TEXT_FIELDS) {
            String text = content.path(field).isTextual() ? content.path(field).asText() : "";
            if (!text.isBlank()) {
                return text;
            }
        }
        return Json.print(content);
    }

    /** {@code key=value key=value}, without nulls. */
    private static String pairs(JsonNode object) {
        List<String> pairs = new ArrayList<>();
        object.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            if (!value.isNull() && !(value.isContainerNode() && value.isEmpty())) {
                pairs.add(entry.getKey() + "=" + (value.isTextual() ? value.asText() : Json.print(value)));
            }
        });
        return String.join("  ", pairs);
    }
}
