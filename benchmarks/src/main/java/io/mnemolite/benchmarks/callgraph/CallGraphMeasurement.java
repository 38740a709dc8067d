package io.mnemolite.benchmarks.callgraph;

import io.mnemolite.benchmarks.harness.SourceCorpus;
import io.mnemolite.parsing.tree.SyntaxTrees;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The accuracy of the Java call graph on all corpora, as a report. */
public final class CallGraphMeasurement {

    private static final double PRECISION = 0.97;
    private static final double RECALL = 0.90;
    private static final double PHANTOMS = 0.01;

    private CallGraphMeasurement() {}

    /**
     * Measures and returns Markdown.
     *
     * @param cache where the corpora are kept, downloaded when they are not there
     * @param natives where native libraries are unpacked
     */
    public static String measure(Path cache, Path natives) {
        SyntaxTrees trees = new SyntaxTrees(natives);
        StringBuilder table = new StringBuilder("""
                A call site is right when its edge leads to the method that javac names, as `Owner.name`. Precision counts an edge at a
                call that leaves the corpus as wrong; recall is over calls whose target is in the corpus. Nothing is compiled or known of
                libraries but the table of the JDK's types. The first three are those of the promise, the others a check on them.

                | corpus | calls inside | outside | precision | recall | phantom edges | promised .97, .90, .01 | own estimate | lines/s, extract + resolve | at first |
                |---|---|---|---|---|---|---|---|---|---|
                """);
        StringBuilder misses = new StringBuilder();
        for (SourceCorpus corpus : CallGraphCorpora.ALL) {
            List<Path> files = corpus.files(cache);
            Path root = corpus.root(cache);
            // The second time the code is compiled, as in a server that runs.
            double cold = Predictions.of(corpus.name(), root, files, trees).speed();
            Predictions predictions = Predictions.of(corpus.name(), root, files, trees);
            JavacOracle.Answer oracle = JavacOracle.of(root, files, corpus.classPath(cache));
            CallGraphAccuracy accuracy = new CallGraphAccuracy(oracle.sites(), predictions.bySite());
            boolean isKept = accuracy.precision() >= PRECISION
                    && accuracy.recall() >= RECALL
                    && accuracy.phantomShare() <= PHANTOMS;
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %,d | %,d | **%.4f** | **%.4f** | %.4f | %s | %.1f %% | %,.0f | %,.0f |%n",
                    corpus.artifact(),
                    accuracy.inside(),
                    accuracy.outside(),
                    accuracy.precision(),
                    accuracy.recall(),
                    accuracy.phantomShare(),
                    isKept ? "kept" : "**missed**",
                    predictions.accuracy(),
                    predictions.speed(),
                    cold));
            String details = accuracy.details();
            if (oracle.unreadable() > 0) {
                details += "- calls that javac could not attribute, left out: " + oracle.unreadable() + "\n";
            }
            if (!details.isEmpty()) {
                misses.append("\nMissed in ")
                        .append(corpus.name())
                        .append(", by rule or reason:\n\n")
                        .append(details);
            }
        }
        return table.append(misses).toString();
    }
}
