package io.mnemolite.benchmarks.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A Markdown file with one section per scenario; a new measurement replaces its own section and no other. */
public final class Report {

    private static final String MARK = "## ";

    private Report() {}

    public static void put(Path file, String title, String section) {
        try {
            Map<String, String> sections =
                    Files.exists(file) ? sections(Files.readString(file)) : new LinkedHashMap<>();
            sections.putIfAbsent(
                    "", "# Benchmarks of " + issue(file) + "\n\n`./dev bench` measures and writes this page.\n\n");
            sections.put(title, section.strip() + "\n\n");
            StringBuilder text = new StringBuilder();
            sections.forEach((name, body) ->
                    text.append(name.isEmpty() ? "" : MARK + name + "\n\n").append(body));
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text.toString().strip() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Such as {@code issue 2} of the page issue-2.md. */
    private static String issue(Path file) {
        return String.valueOf(file.getFileName()).replace(".md", "").replace('-', ' ');
    }

    private static Map<String, String> sections(String text) {
        Map<String, StringBuilder> sections = new LinkedHashMap<>();
        StringBuilder current = new StringBuilder();
        sections.put("", current);
        for (String line : text.lines().toList()) {
            if (line.startsWith(MARK)) {
                current = new StringBuilder();
                sections.put(line.substring(MARK.length()), current);
            } else {
                current.append(line).append('\n');
            }
        }
        Map<String, String> result = new LinkedHashMap<>();
        sections.forEach((name, body) -> result.put(name, body.toString().strip() + "\n\n"));
        return result;
    }

    /** Whether a promise was kept, for a table's last column. */
    public static String verdict(boolean kept) {
        return kept ? "kept" : "**missed**";
    }

    public static String latencies(ClosedLoop.Outcome outcome) {
        return String.format(
                Locale.ROOT, "%.2f | %.2f | %.2f", outcome.millis(50), outcome.millis(95), outcome.millis(99));
    }
}
