package io.mnemolite.cli.indexing;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.cli.terminal.Quantity;
import io.mnemolite.cli.terminal.Style;
import io.mnemolite.cli.terminal.Wrapping;
import io.mnemolite.discovery.SkipReason;
import io.mnemolite.discovery.SkippedFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a round did, for people.
 *
 * @param verbose names every skipped file and every problem instead of some
 */
record IndexText(Style style, boolean verbose) {

    private static final int EXAMPLES = 3;
    private static final int SHOWN_ERRORS = 20;

    /** The whole summary. */
    List<String> summary(String repository, IndexTally tally) {
        List<String> lines = new ArrayList<>();
        lines.add(style.strong(Wrapping.printable(repository)) + ": " + files(tally) + ".");
        lines.add((tally.bytesSent() == 0 ? "Nothing to send, " : "Sent " + Quantity.bytes(tally.bytesSent()) + " in ")
                + seconds(tally.time()) + rate(tally) + ".");
        lines.add(made(tally) + "the graph has " + Quantity.counted(tally.symbols(), "symbol") + " and "
                + Quantity.counted(tally.edges(), "edge") + accuracy(tally) + ".");
        lines.addAll(skipped(tally.skipped()));
        return lines;
    }

    /** One line for one round of many. */
    String line(IndexTally tally) {
        return files(tally) + ", " + Quantity.counted(tally.chunks(), "chunk") + ", " + seconds(tally.time());
    }

    private static String files(IndexTally tally) {
        return Quantity.counted(tally.indexed(), "file") + " indexed, " + Quantity.count(tally.unchanged())
                + " unchanged, " + Quantity.count(tally.deleted()) + " deleted"
                + (tally.failed() == 0 ? "" : ", " + Quantity.count(tally.failed()) + " failed");
    }

    private static String made(IndexTally tally) {
        return tally.chunks() == 0 ? "No new chunk; " : Quantity.counted(tally.chunks(), "chunk") + " made; ";
    }

    private static String seconds(Duration time) {
        return time.compareTo(Duration.ofMinutes(1)) < 0
                ? String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1_000.0)
                : Quantity.duration(time);
    }

    private static String rate(IndexTally tally) {
        double seconds = tally.time().toMillis() / 1_000.0;
        return seconds < 0.1 || tally.bytesSent() == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        " (%.1f MB/s, %,d files/s)",
                        tally.bytesSent() / 1e6 / seconds,
                        Math.round((tally.indexed() + tally.failed()) / seconds));
    }

    private static String accuracy(IndexTally tally) {
        Double accuracy = tally.accuracy();
        return accuracy == null
                ? ""
                : String.format(Locale.ROOT, "; %.1f %% of the calls within the repository are resolved", accuracy);
    }

    private List<String> skipped(List<SkippedFile> skipped) {
        List<String> lines = new ArrayList<>();
        if (skipped.isEmpty()) {
            return lines;
        }
        Map<SkipReason, List<String>> byReason = skipped.stream()
                .collect(Collectors.groupingBy(
                        SkippedFile::reason,
                        TreeMap::new,
                        Collectors.mapping(file -> Wrapping.printable(file.path()), Collectors.toList())));
        lines.add(Quantity.count(skipped.size()) + " skipped:");
        byReason.forEach((reason, paths) -> {
            String head = "  " + reason.sentence() + ": " + Quantity.count(paths.size());
            if (verbose) {
                lines.add(head);
                paths.forEach(path -> lines.add("    " + style.faint(path)));
            } else {
                String more = paths.size() > EXAMPLES ? ", …" : "";
                List<String> examples = paths.subList(0, Math.min(EXAMPLES, paths.size()));
                lines.add(head + " " + style.faint("(" + String.join(", ", examples) + more + ")"));
            }
        });
        if (!verbose && byReason.values().stream().anyMatch(paths -> paths.size() > EXAMPLES)) {
            lines.add(style.faint("  --verbose names all of them."));
        }
        return lines;
    }

    /** What the server said about single files. */
    List<String> errors(List<JsonNode> errors) {
        List<String> lines = new ArrayList<>();
        for (JsonNode error : errors) {
            if (!verbose && lines.size() == SHOWN_ERRORS) {
                lines.add("Further problems are not shown; --verbose prints all of them.");
                break;
            }
            String file = Wrapping.printable(error.path("file").asText());
            String sentence = Wrapping.printable(error.path("error").asText());
            lines.add(sentence.startsWith(file) ? sentence : file + ": " + sentence);
        }
        return lines;
    }
}
