package io.mnemolite.cli.code;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.cli.terminal.Style;
import io.mnemolite.cli.terminal.Wrapping;
import java.util.ArrayList;
import java.util.List;

/** Symbols for people: kind and qualified name, below them the signature, the place, and whatever else is known. */
record SymbolText(Style style, int columns) {

    /** As wide as the longest of the usual kinds. */
    private static final int KIND_COLUMNS = 12;

    private static final String INDENT = " ".repeat(KIND_COLUMNS);
    private static final int SIGNATURE_LINES = 3;

    /** @param more what else there is to say of it, a line each; blank ones are left out */
    List<String> lines(JsonNode symbol, String... more) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format("%-" + KIND_COLUMNS + "s", text(symbol, "kind")) + style.strong(name(symbol))
                + (symbol.path("is_test").asBoolean() ? style.faint("  test") : ""));
        for (String line :
                Wrapping.wrap(text(symbol, "signature"), columns - KIND_COLUMNS, SIGNATURE_LINES)) {
            lines.add(INDENT + line);
        }
        // Never wrapped: editors and terminals follow it.
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
        return text(symbol, "kind") + " " + style.strong(name(symbol)) + " " + style.faint("(" + place(symbol) + ")");
    }

    static String name(JsonNode symbol) {
        return text(symbol, "qualified_name");
    }

    /** {@code path:line}. */
    static String place(JsonNode symbol) {
        return text(symbol, "file_path") + ":" + symbol.path("start_line").asInt();
    }

    static String text(JsonNode object, String member) {
        return Wrapping.printable(object.path(member).asText(""));
    }
}
