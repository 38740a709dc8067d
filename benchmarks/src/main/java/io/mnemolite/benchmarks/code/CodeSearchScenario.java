package io.mnemolite.benchmarks.code;

import io.mnemolite.benchmarks.code.Asking.Way;
import io.mnemolite.benchmarks.harness.Report;
import io.mnemolite.benchmarks.harness.Scenario;
import io.mnemolite.benchmarks.harness.Server;
import io.mnemolite.benchmarks.harness.Settings;
import io.mnemolite.benchmarks.harness.SourceCorpus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/** Whether the sentence that documents a method finds it, where the documentation itself is taken out. */
public final class CodeSearchScenario implements Scenario {

    private static final long SEED = 3;
    private static final int QUESTIONS = 500;
    private static final int EXACT_QUESTIONS = 200;
    private static final double LEXICAL_FLOOR = 0.65;
    private static final double HYBRID_FLOOR = 0.76;
    private static final double GAIN_FLOOR = 0.08;

    private static final List<SourceCorpus> PROMISED = List.of(
            new SourceCorpus("org.jsoup:jsoup:1.18.1", List.of()),
            new SourceCorpus("org.apache.commons:commons-csv:1.12.0", List.of()));

    /** Nothing may be tuned to those of the promise, so each change is checked on these as well. */
    private static final List<SourceCorpus> CHECKS = List.of(
            new SourceCorpus("org.apache.commons:commons-text:1.12.0", List.of()),
            new SourceCorpus("com.google.code.gson:gson:2.11.0", List.of()));

    /** Questions to one set of repositories, of three kinds. */
    private record Asked(String name, List<Question> sentences, List<Question> names, List<Question> literals) {}

    @Override
    public String title() {
        return "code-search: a method by the first sentence of its documentation, comments removed, real model";
    }

    @Override
    public String page() {
        return "issue-3.md";
    }

    @Override
    public String measure(Settings settings) {
        Path cache = settings.project().resolve("benchmarks/target/corpora");
        // It is kept: what did not change is not embedded again.
        Path home = settings.work().resolve("code-search");
        try (Server server = Server.start(settings, home, Server.Embedding.REAL)) {
            IndexedCode code = new IndexedCode(server);
            Asked promised = index("promised", PROMISED, cache, code);
            Asked checks = index("check", CHECKS, cache, code);
            long vectors = code.awaitVectors();
            Asking asking = new Asking(server.api());
            StringBuilder text = new StringBuilder(String.format(Locale.ROOT, """
                    A hit is a result of the method's file whose lines hold the method's name, or that of an overload with the same
                    sentence. Each question is asked within its repository; sentences have four words at least; chance is seeded with %d.
                    %,d chunks have vectors. MRR is over the first ten. The promise is about jsoup and commons-csv; commons-text and gson
                    are there to tell whether something is made to measure.

                    | questions | channel | Acc@1 | Acc@10 | MRR | promised |
                    |---|---|---|---|---|---|
                    """, SEED, vectors));
            rows(text, asking, promised, true);
            rows(text, asking, checks, false);
            text.append(
                    "\nThe weights of the fusion, Acc@1 / Acc@10 / MRR:\n\n| lexical | vector | promised | check |\n|---|---|---|---|\n");
            for (int tenths = 0; tenths <= 10; tenths++) {
                double weight = tenths / 10.0;
                text.append(String.format(
                        Locale.ROOT,
                        "| %.1f | %.1f | %s | %s |%n",
                        weight,
                        1 - weight,
                        figures(asking.askWeighted(promised.sentences(), weight), " / "),
                        figures(asking.askWeighted(checks.sentences(), weight), " / ")));
            }
            text.append("\nChannels that ran, as the answers say, by number of answers:\n\n");
            asking.channels()
                    .forEach((channels, count) ->
                            text.append(String.format(Locale.ROOT, "- %s: %,d%n", channels, count)));
            return text.toString();
        }
    }

    private static void rows(StringBuilder text, Asking asking, Asked asked, boolean isPromised) {
        double lexical = 0;
        for (Way way : Way.values()) {
            Found found = asking.ask(asked.sentences(), way);
            lexical = way == Way.LEXICAL ? found.accuracyAt(10) : lexical;
            row(text, asked.name() + ": sentences", asked.sentences(), way, found);
            text.append(isPromised ? verdict(way, found.accuracyAt(10), lexical) : "")
                    .append(" |\n");
        }
        for (Way way : Way.values()) {
            row(text, asked.name() + ": method names", asked.names(), way, asking.ask(asked.names(), way));
            text.append(" |\n");
        }
        for (Way way : Way.values()) {
            row(text, asked.name() + ": string literals", asked.literals(), way, asking.ask(asked.literals(), way));
            text.append(" |\n");
        }
    }

    private static void row(StringBuilder text, String name, List<Question> questions, Way way, Found found) {
        text.append(String.format(
                Locale.ROOT,
                "| %s (%d) | %s | %s | ",
                name,
                questions.size(),
                way.name().toLowerCase(Locale.ROOT),
                figures(found, " | ")));
    }

    private static String verdict(Way way, double accuracy, double lexical) {
        return switch (way) {
            case LEXICAL -> "Acc@10 ≥ .65: " + Report.verdict(accuracy >= LEXICAL_FLOOR);
            case VECTOR -> "";
            case HYBRID ->
                "Acc@10 ≥ .76: " + Report.verdict(accuracy >= HYBRID_FLOOR)
                        + String.format(Locale.ROOT, "; ≥ .08 above lexical (%+.3f): ", accuracy - lexical)
                        + Report.verdict(accuracy - lexical >= GAIN_FLOOR);
        };
    }

    private static String figures(Found found, String between) {
        return String.format(
                Locale.ROOT,
                "%.3f%s%.3f%s%.3f",
                found.accuracyAt(1),
                between,
                found.accuracyAt(10),
                between,
                found.meanReciprocalRank());
    }

    private static Asked index(String name, List<SourceCorpus> corpora, Path cache, IndexedCode code) {
        List<JavaQuestions> questions = new ArrayList<>();
        for (SourceCorpus corpus : corpora) {
            List<Path> files = corpus.files(cache);
            Path root = corpus.root(cache);
            Map<String, String> stripped = new LinkedHashMap<>();
            for (Path file : files) {
                stripped.put(root.relativize(file).toString(), CommentStripper.strip(read(file)));
            }
            code.index(corpus.name(), stripped, new IndexedCode.Wishes(true, false));
            questions.add(JavaQuestions.of(corpus.name(), root, files));
        }
        return new Asked(
                name,
                some(questions, JavaQuestions::sentences, QUESTIONS),
                some(questions, JavaQuestions::names, EXACT_QUESTIONS),
                some(questions, JavaQuestions::literals, EXACT_QUESTIONS));
    }

    private static List<Question> some(
            List<JavaQuestions> from, Function<JavaQuestions, List<Question>> kind, int count) {
        List<Question> all =
                new ArrayList<>(from.stream().map(kind).flatMap(List::stream).toList());
        Collections.shuffle(all, new Random(SEED));
        return all.subList(0, Math.min(count, all.size()));
    }

    private static String read(Path file) {
        try {
            // Not every library keeps to UTF-8 everywhere.
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
