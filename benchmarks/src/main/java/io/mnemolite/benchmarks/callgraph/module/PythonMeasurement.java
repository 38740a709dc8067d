package io.mnemolite.benchmarks.callgraph.module;

import io.mnemolite.parsing.TreeSitterSourceParser;
import io.mnemolite.parsing.tree.SyntaxTree;
import io.mnemolite.parsing.tree.SyntaxTrees;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The accuracy of the Python call graph on all corpora, as a report. */
public final class PythonMeasurement {

    private static final double PRECISION = 0.95;
    private static final double RECALL = 0.60;
    private static final String PYRIGHT = "pyright@1.1.407";

    private PythonMeasurement() {}

    /**
     * Measures and returns Markdown.
     *
     * @param cache where the corpora are kept, downloaded when they are not there
     * @param cases the annotated ones
     * @param natives where native libraries are unpacked
     */
    public static String measure(Path cache, Path cases, Path natives) {
        Node node = new Node(cache);
        TreeSitterSourceParser parser = new TreeSitterSourceParser(natives);
        SyntaxTrees trees = new SyntaxTrees(natives);
        AccuracyTable table = new AccuracyTable(PRECISION, RECALL);
        for (PythonCorpus corpus : PythonCorpus.ALL) {
            Accuracy accuracy = accuracy(node, cache, corpus, parser, trees);
            table.add(corpus.description() + (corpus.isHoldout() ? " (holdout)" : ""), accuracy);
        }
        return """
                A call site is right when its edge leads to the declaration to which npm's `pyright` sends an editor: the same file,
                name and place; of a class, its constructor, also an inherited one. Precision counts an edge at a call that leaves the
                corpus, or where pyright names a variable and no function or class, as wrong; recall is over calls that pyright sends
                to a function or class of the corpus. Calls of which pyright knows nothing are left out. No rule was looked for in the
                holdouts. Nothing is known of libraries.

                """ + table + """

                Cases annotated by hand, a feature each; lines that name nothing must give no edge. An edge is a line and its target:

                """ + AnnotatedCases.table(cases, parser);
    }

    static Accuracy accuracy(
            Node node, Path cache, PythonCorpus corpus, TreeSitterSourceParser parser, SyntaxTrees trees) {
        Path modules = node.install("python", List.of(PYRIGHT, "pyodide@0.26.4", "node-gyp@10.3.1"));
        Path root = corpus.unpack(modules, cache);
        List<String> sources = PythonCorpus.sources(root);
        List<PythonNames.Base> bases = new ArrayList<>();
        Set<Place> calls = new LinkedHashSet<>();
        List<String> questions = new ArrayList<>();
        for (String file : sources) {
            byte[] text = CorpusGraph.text(root.resolve(file)).getBytes(StandardCharsets.UTF_8);
            SyntaxTree tree = trees.parse(trees.grammar("python"), text).orElseThrow();
            PythonNames names = PythonNames.of(file, tree);
            names.calls().forEach(place -> questions.add(question(place)));
            names.bases().forEach(base -> questions.add(question(base.place())));
            calls.addAll(names.calls());
            bases.addAll(names.bases());
        }
        Map<Place, Truth> answers = new HashMap<>();
        node
                .run("python-oracle.cjs", List.of(modules.resolve("pyright").toString(), root.toString()), questions)
                .stream()
                .map(Truth::of)
                .forEach(truth -> answers.put(truth.place(), truth));
        List<Truth> truths =
                calls.stream().map(answers::get).filter(Objects::nonNull).toList();
        PythonTypes types = new PythonTypes(bases, answers);
        CorpusGraph graph = CorpusGraph.of(root, sources, parser);
        return new Accuracy(truths, graph.bySite(), graph.estimate(), types::same);
    }

    private static String question(Place place) {
        return place.file() + "\t" + place.line() + "\t" + place.column();
    }
}
