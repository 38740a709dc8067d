package io.mnemolite.cli.code;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.cli.terminal.Style;
import io.mnemolite.cli.terminal.Wrapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Symbols for people: kind and name with its parameters, below them the place and whatever else is known. */
record SymbolText(Style style) {

    /** As wide as the longest of the usual kinds. */
    private static final int KIND_COLUMNS = 12;

    private static final Set<String> CALLABLE = Set.of("function", "method", "constructor");

    private static final String INDENT = " ".repeat(KIND_COLUMNS);

    /**
     * Names and places are never wrapped: they are copied, and editors follow them.
     *
     * @param more what else there is to say of it, a line each; blank ones are left out
     */
    List<String> lines(JsonNode symbol, String... more) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%-" + KIND_COLUMNS + "s", text(symbol, "kind"))
                + style.strong(text(symbol, "qualified_name"))
                + parameters(symbol)
                + (symbol.path("is_test").asBoolean() ? style.faint("  test") : ""));
        lines.add(INDENT + style.faint(place(symbol)));
        for (String line : more) {
            if (!line.isBlank()) {
                lines.add(INDENT + style.faint(line));
            }
        }
        return lines;
    }

    /** Kind, name and place on one line. */
    String line(JsonNode symbol) {
        return text(symbol, "kind") + " " + style.strong(text(symbol, "qualified_name")) + parameters(symbol) + " "
                + style.faint("(" + place(symbol) + ")");
    }

    /** {@code (String, int)} for what can be called, nothing for anything else. */
    static String parameters(JsonNode symbol) {
        return CALLABLE.contains(text(symbol, "kind"))
                ? "(" + text(symbol, "signature").replaceAll(",\\s*", ", ") + ")"
                : "";
    }

    /** {@code path:line}. */
    static String place(JsonNode symbol) {
        return text(symbol, "file_path") + ":" + symbol.path("start_line").asInt();
    }

    static String text(JsonNode object, String member) {
        return Wrapping.printable(object.path(member).asText(""));
    }
}
