package io.mnemolite.cli.code;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.cli.terminal.Quantity;
import io.mnemolite.cli.terminal.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Matching lines for people, by file, as grep shows them: {@code :} after the number of a match, {@code -} around it. */
record MatchText(Style style) {

    List<String> lines(JsonNode answer) {
        List<String> lines = new ArrayList<>();
        for (JsonNode file : answer.path("files")) {
            lines.add(style.strong(SymbolText.text(file, "file_path"))
                    + style.faint("  in " + SymbolText.text(file, "repository")));
            for (JsonNode match : file.path("matches")) {
                add(lines, match);
            }
        }
        long total = answer.path("total_lines").asLong();
        String cut = SymbolText.text(answer, "cut_because");
        lines.add(
                total == 0 && cut.isEmpty()
                        ? "Nothing found."
                        : Quantity.counted(total, "match", "matches") + " in "
                                + Quantity.counted(answer.path("total_files").asLong(), "file") + ", "
                                + (cut.isEmpty() ? "exact" : "lower bound (" + cut + ")"));
        return lines;
    }

    private void add(List<String> lines, JsonNode match) {
        int number = match.path("line").asInt();
        int before = number - match.path("before").size();
        for (JsonNode line : match.path("before")) {
            lines.add(style.faint(numbered(before++, '-', line.asText())));
        }
        for (String line : match.path("text").asText().split("\n", -1)) {
            lines.add(numbered(number++, ':', line));
        }
        int after = match.path("end_line").asInt() + 1;
        for (JsonNode line : match.path("after")) {
            lines.add(style.faint(numbered(after++, '-', line.asText())));
        }
    }

    private static String numbered(int number, char mark, String text) {
        return String.format(Locale.ROOT, "%6d%c ", number, mark) + SourceText.line(text);
    }
}
