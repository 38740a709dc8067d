package io.mnemolite.cli.code;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.cli.terminal.Style;
import io.mnemolite.cli.terminal.Wrapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Ranked chunks for people: name, place, the first lines of their documentation or source.
 *
 * @param namesRepository whether hits may be of several repositories
 */
record HitText(Style style, int columns, boolean namesRepository, boolean explain) {

    private static final String INDENT = "    ";
    private static final int TEXT_LINES = 3;

    List<String> lines(JsonNode answer) {
        List<String> lines = new ArrayList<>();
        for (JsonNode hit : answer.path("results")) {
            JsonNode metadata = hit.path("metadata");
            String name = SymbolText.text(metadata, "qualified_name");
            lines.add(style.strong(
                            String.format(Locale.ROOT, "%2d. ", hit.path("rank").asInt()))
                    + SymbolText.text(hit, "chunk_type")
                    + " " + style.strong(name.isEmpty() ? SymbolText.text(hit, "name") : name)
                    + (metadata.path("is_test").asBoolean() ? style.faint("  test") : "")
                    + (metadata.path("is_generated").asBoolean() ? style.faint("  generated") : ""));
            text(hit, metadata).forEach(line -> lines.add(INDENT + line));
            lines.add(INDENT + style.faint(place(hit, metadata)));
            if (explain) {
                Wrapping.wrap(explanation(hit), columns - INDENT.length(), TEXT_LINES)
                        .forEach(line -> lines.add(INDENT + style.faint(line)));
            }
        }
        if (lines.isEmpty()) {
            lines.add("Nothing found.");
        }
        String missing = SymbolText.text(answer.path("metadata"), "vector_missing_because");
        if (!missing.isEmpty()) {
            lines.addAll(Wrapping.wrap("By words alone: " + missing, columns, TEXT_LINES));
        }
        return lines;
    }

    private String place(JsonNode hit, JsonNode metadata) {
        String place = SymbolText.text(hit, "file_path") + ":"
                + metadata.path("start_line").asInt();
        return namesRepository ? place + "  in " + SymbolText.text(metadata, "repository") : place;
    }

    private List<String> text(JsonNode hit, JsonNode metadata) {
        String signature = SymbolText.text(metadata, "signature");
        String documentation = SymbolText.text(metadata, "docstring");
        int width = columns - INDENT.length();
        List<String> lines = new ArrayList<>();
        if (!signature.isEmpty()) {
            lines.addAll(Wrapping.wrap(signature, width, 2));
        }
        if (!documentation.isEmpty()) {
            lines.addAll(Wrapping.wrap(documentation, width, 2));
        }
        return lines.isEmpty() ? Wrapping.wrap(hit.path("source_code").asText(), width, TEXT_LINES) : lines;
    }

    private static String explanation(JsonNode hit) {
        List<String> parts = new ArrayList<>();
        JsonNode explanation = hit.path("explanation");
        add(parts, "rank by words", explanation.path("lexical_rank"));
        add(parts, "rank by meaning", explanation.path("vector_rank"));
        add(parts, "score", hit.path("rrf_score"));
        add(
                parts,
                "score by words",
                hit.has("similarity_score") ? hit.path("similarity_score") : hit.path("lexical_score"));
        add(parts, "similarity", hit.path("vector_similarity"));
        if (explanation.path("demoted").asBoolean()) {
            parts.add("ranked lower as a test or generated");
        }
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, String what, JsonNode number) {
        if (number.isIntegralNumber()) {
            parts.add(what + " " + number.asLong());
        } else if (number.isNumber()) {
            parts.add(what + " " + String.format(Locale.ROOT, "%.4f", number.asDouble()));
        }
    }
}
