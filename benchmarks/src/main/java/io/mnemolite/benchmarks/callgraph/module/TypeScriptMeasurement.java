package io.mnemolite.benchmarks.callgraph.module;

import io.mnemolite.parsing.TreeSitterSourceParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The accuracy of the TypeScript call graph on all corpora, as a report. */
public final class TypeScriptMeasurement {

    private static final double PRECISION = 0.95;
    private static final double RECALL = 0.85;
    private static final List<String> TOOLS = List.of("typescript@5.9.3", "@types/node@20.19.0");

    private TypeScriptMeasurement() {}

    /**
     * Measures and returns Markdown.
     *
     * @param cache where the corpora are kept, downloaded when they are not there
     * @param natives where native libraries are unpacked
     */
    public static String measure(Path cache, Path natives) {
        Node node = new Node(cache);
        TreeSitterSourceParser parser = new TreeSitterSourceParser(natives);
        AccuracyTable table = new AccuracyTable(PRECISION, RECALL);
        for (TypeScriptCorpus corpus : TypeScriptCorpus.ALL) {
            Accuracy accuracy = accuracy(node, corpus, parser);
            table.add(corpus.artifact() + (corpus.isHoldout() ? " (holdout)" : ""), accuracy);
        }
        return """
                A call site is right when its edge leads to the declaration that the checker of npm's `typescript` names: the same
                file, name and place, of overloads any. Precision counts an edge at a call that leaves the corpus, or calls whatever
                function a variable holds, as wrong; recall is over calls whose declared target is in the corpus. No rule was looked
                for in the holdouts.

                """ + table;
    }

    static Accuracy accuracy(Node node, TypeScriptCorpus corpus, TreeSitterSourceParser parser) {
        List<String> packages = new ArrayList<>(TOOLS);
        packages.add(corpus.artifact());
        Path modules = node.install(corpus.name().replace('/', '+'), packages);
        Path root = modules.resolve(corpus.name());
        List<String> sources = corpus.sources(root);
        List<Truth> truths = node
                .run(
                        "typescript-oracle.cjs",
                        List.of(modules.resolve("typescript").toString(), root.toString()),
                        sources)
                .stream()
                .map(Truth::of)
                .toList();
        List<String> files = new ArrayList<>(corpus.manifests(root));
        files.addAll(sources);
        CorpusGraph graph = CorpusGraph.of(root, files, parser);
        return new Accuracy(truths, graph.bySite(), graph.estimate(), Predicted.Symbol::is);
    }
}
