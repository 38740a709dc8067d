package io.mnemolite.server.web.code.overview;

import io.mnemolite.core.code.graph.GraphFigures;
import io.mnemolite.core.code.store.RepositoryFigures;
import io.mnemolite.core.operation.CodeStatistics.ComplexChunk;
import io.mnemolite.core.operation.CodeStatistics.ComplexityCount;
import io.mnemolite.core.operation.CodeStatistics.LanguageCount;
import io.mnemolite.core.operation.EventStatistics.Count;
import io.mnemolite.server.web.code.source.SourcePlace;
import io.mnemolite.server.web.text.ShownText;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All code in numbers.
 *
 * @param accuracy the share of call sites that may lead into their repository and are resolved
 * @param complexity functions and methods by cyclomatic complexity
 * @param activity files by the day on which they were indexed
 */
public record CodeOverview(
        int repositories,
        long files,
        long lines,
        long chunks,
        long symbols,
        long edges,
        String accuracy,
        List<LanguageShare> languages,
        Columns complexity,
        List<Complex> complex,
        Columns activity) {

    static final int DAYS = 30;

    private static final int LANGUAGES = 8;

    /** The upper ends of the ranges of complexity; the last has none. */
    private static final int[] RANGES = {1, 2, 4, 8, 12, 20};

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.UK);

    /** A language and its share of the largest one, as a width. */
    public record LanguageShare(String name, long files, long lines, String width) {}

    /**
     * A function or method.
     *
     * @param symbol the id of its symbol; null when it has none
     * @param width its complexity, of the highest one
     */
    public record Complex(ShownText name, @Nullable String symbol, SourcePlace at, int cyclomatic, String width) {}

    /** A chunk and the id of its symbol, null when it has none. */
    record Linked(ComplexChunk chunk, @Nullable String symbol) {}

    static CodeOverview of(
            List<RepositoryFigures> repositories,
            List<GraphFigures> graphs,
            List<LanguageCount> languages,
            List<ComplexityCount> complexities,
            List<Linked> complex,
            List<Count> activity,
            Instant now) {
        long resolved = graphs.stream().mapToLong(GraphFigures::resolvedSites).sum();
        long sites = resolved
                + graphs.stream().mapToLong(GraphFigures::unresolvedInside).sum();
        return new CodeOverview(
                repositories.size(),
                languages.stream().mapToLong(LanguageCount::files).sum(),
                languages.stream().mapToLong(LanguageCount::lines).sum(),
                repositories.stream().mapToLong(RepositoryFigures::chunks).sum(),
                graphs.stream().mapToLong(GraphFigures::nodes).sum(),
                graphs.stream().mapToLong(GraphFigures::edges).sum(),
                sites == 0 ? "–" : String.format(Locale.ROOT, "%.1f %%", 100.0 * resolved / sites),
                shares(languages),
                complexity(complexities),
                complex(complex),
                activity(activity, now));
    }

    private static List<LanguageShare> shares(List<LanguageCount> languages) {
        long most = Math.max(1, languages.isEmpty() ? 1 : languages.getFirst().lines());
        return languages.stream()
                .limit(LANGUAGES)
                .map(language -> new LanguageShare(
                        language.language(),
                        language.files(),
                        language.lines(),
                        Math.max(1, 100 * language.lines() / most) + "%"))
                .toList();
    }

    private static Columns complexity(List<ComplexityCount> counts) {
        long[] sums = new long[RANGES.length + 1];
        for (ComplexityCount count : counts) {
            int range = 0;
            while (range < RANGES.length && count.cyclomatic() > RANGES[range]) {
                range++;
            }
            sums[range] += count.count();
        }
        List<Columns.Value> values = new ArrayList<>();
        for (int range = 0; range < sums.length; range++) {
            String label = range == RANGES.length
                    ? RANGES[range - 1] + 1 + "+"
                    : range == 0 || RANGES[range - 1] + 1 == RANGES[range]
                            ? Integer.toString(RANGES[range])
                            : RANGES[range - 1] + 1 + "–" + RANGES[range];
            values.add(new Columns.Value(label, "Complexity " + label, sums[range]));
        }
        long all = counts.stream().mapToLong(ComplexityCount::count).sum();
        return Columns.of(
                values,
                String.format(
                        Locale.ROOT,
                        "Functions and methods by cyclomatic complexity: %,d in all, %,d over 12.",
                        all,
                        sums[5] + sums[6]));
    }

    private static List<Complex> complex(List<Linked> chunks) {
        int most = chunks.isEmpty() ? 1 : Math.max(1, chunks.getFirst().chunk().cyclomatic());
        return chunks.stream()
                .map(linked -> new Complex(
                        ShownText.beginning(linked.chunk().qualifiedName(), 200),
                        linked.symbol(),
                        SourcePlace.of(
                                linked.chunk().repository(),
                                linked.chunk().path(),
                                linked.chunk().startLine(),
                                linked.chunk().endLine()),
                        linked.chunk().cyclomatic(),
                        100 * linked.chunk().cyclomatic() / most + "%"))
                .toList();
    }

    private static Columns activity(List<Count> counts, Instant now) {
        Map<LocalDate, Long> byDay = new HashMap<>();
        counts.forEach(count -> byDay.put(LocalDate.ofInstant(count.time(), ZoneOffset.UTC), count.count()));
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        List<Columns.Value> values = new ArrayList<>();
        for (int ago = DAYS - 1; ago >= 0; ago--) {
            LocalDate day = today.minusDays(ago);
            String name = DAY.format(day);
            values.add(new Columns.Value(ago % 7 == 3 ? name : "", name, byDay.getOrDefault(day, 0L)));
        }
        return Columns.of(
                values,
                String.format(
                        Locale.ROOT,
                        "Files by the day on which they were last indexed, the last %d days: %,d in all.",
                        DAYS,
                        byDay.values().stream().mapToLong(Long::longValue).sum()));
    }

    static Instant since(Instant now) {
        return now.minus(Duration.ofDays(DAYS));
    }
}
