package io.mnemolite.benchmarks.callgraph.module;

import io.mnemolite.benchmarks.harness.Report;
import java.util.Locale;

/** The accuracy on several corpora as Markdown: a table, and what is missed in each. */
final class AccuracyTable {

    private final double precision;
    private final double recall;
    private final StringBuilder rows = new StringBuilder();
    private final StringBuilder misses = new StringBuilder();

    /**
     * @param precision as promised
     * @param recall as promised
     */
    AccuracyTable(double precision, double recall) {
        this.precision = precision;
        this.recall = recall;
    }

    void add(String corpus, Accuracy accuracy) {
        boolean isKept = accuracy.precision() >= precision && accuracy.recall() >= recall;
        rows.append(String.format(
                Locale.ROOT,
                "| %s | %,d | %,d | %,d | %,d | **%.4f** | **%.4f** | %s | %.1f %% |%n",
                corpus,
                accuracy.inside(),
                accuracy.outside(),
                accuracy.values(),
                accuracy.unreadable(),
                accuracy.precision(),
                accuracy.recall(),
                Report.verdict(isKept),
                accuracy.estimate()));
        String details = accuracy.details();
        if (!details.isEmpty()) {
            misses.append("\nMissed in ")
                    .append(corpus)
                    .append(", by rule or reason:\n\n")
                    .append(details);
        }
    }

    @Override
    public String toString() {
        return String.format(
                        Locale.ROOT,
                        "| corpus | calls inside | outside | of a value | unknown to the oracle | precision | recall | promised %.2f, %.2f | own estimate |%n",
                        precision,
                        recall)
                + "|---|---|---|---|---|---|---|---|---|\n" + rows + misses;
    }
}
