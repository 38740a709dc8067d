package io.mnemolite.benchmarks.callgraph;

import io.mnemolite.core.code.Language;
import io.mnemolite.core.code.facts.Definition;
import io.mnemolite.core.code.facts.FileFacts;
import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.resolution.Resolver;
import io.mnemolite.core.code.resolution.edge.Edge;
import io.mnemolite.core.code.resolution.edge.Resolution;
import io.mnemolite.core.code.resolution.edge.UnresolvedSite;
import io.mnemolite.core.code.resolution.registry.RepositoryModel;
import io.mnemolite.parsing.facts.FactExtraction;
import io.mnemolite.parsing.tree.SyntaxTree;
import io.mnemolite.parsing.tree.SyntaxTrees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What MnemoLite says of each call of a corpus. */
final class Predictions {

    /**
     * One call site's answer.
     *
     * @param target {@code Owner.name} of its target; empty when there is no edge
     * @param why the rule, or the reason why there is none
     * @param text the callee as written
     */
    record Prediction(String target, String why, String text) {}

    private final Map<OracleSite.Place, Prediction> bySite = new HashMap<>();
    private final Map<SymbolId, String> names = new HashMap<>();
    private long lines;
    private long parseNanos;
    private long extractNanos;
    private long resolveNanos;
    private long resolved;
    private long unresolvedInside;

    private Predictions() {}

    static Predictions of(String repository, Path root, List<Path> files, SyntaxTrees trees) {
        Predictions predictions = new Predictions();
        Language java = new Language("java");
        List<FileFacts> all = new ArrayList<>();
        for (Path file : files) {
            byte[] source = read(file);
            long start = System.nanoTime();
            SyntaxTree tree = trees.parse(trees.grammar("java"), source).orElseThrow();
            long parsed = System.nanoTime();
            String path = root.relativize(file).toString();
            FileFacts facts = FactExtraction.facts(java, path, tree);
            predictions.extractNanos += System.nanoTime() - parsed;
            predictions.parseNanos += parsed - start;
            predictions.lines += tree.lines().count();
            all.add(facts);
            predictions.name(repository, facts);
        }
        RepositoryModel model = new RepositoryModel(repository);
        long start = System.nanoTime();
        model.change(all, List.of());
        Resolver resolver = new Resolver(model);
        List<Resolution> resolutions = all.stream().map(resolver::resolve).toList();
        predictions.resolveNanos = System.nanoTime() - start;
        for (int i = 0; i < all.size(); i++) {
            predictions.add(all.get(i).path(), resolutions.get(i));
        }
        return predictions;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void name(String repository, FileFacts facts) {
        List<SymbolId> symbols = SymbolId.of(repository, facts);
        List<String> comparable = new ArrayList<>();
        for (int i = 0; i < symbols.size(); i++) {
            Definition definition = facts.definitions().get(i);
            String name = definition.qualifiedName();
            if (definition.has(Definition.Trait.LOCAL)) {
                int owner = definition.owner();
                while (!facts.definitions().get(owner).kind().isType()) {
                    owner = facts.definitions().get(owner).owner();
                }
                boolean isAnonymous = definition.has(Definition.Trait.ANONYMOUS);
                name = comparable.get(owner) + ".~" + (isAnonymous ? "" : definition.name());
            } else if (definition.owner() > 0) {
                name = comparable.get(definition.owner()) + "." + definition.name();
            }
            comparable.add(name);
            names.put(symbols.get(i), name);
        }
    }

    private void add(String file, Resolution resolution) {
        resolved += resolution.resolvedSites();
        unresolvedInside += resolution.unresolvedInside();
        for (Edge edge : resolution.edges()) {
            if (edge.kind() == Edge.Kind.CALLS) {
                String target = names.getOrDefault(edge.target(), "?");
                String why = edge.rule().wireName() + (edge.candidates() > 1 ? " of several" : "");
                bySite.put(new OracleSite.Place(file, edge.line(), edge.column()), new Prediction(target, why, target));
            }
        }
        for (UnresolvedSite site : resolution.unresolved()) {
            bySite.put(
                    new OracleSite.Place(file, site.line(), site.column()),
                    new Prediction("", site.reason().wireName(), site.callee()));
        }
    }

    Map<OracleSite.Place, Prediction> bySite() {
        return bySite;
    }

    long lines() {
        return lines;
    }

    double accuracy() {
        return Resolution.accuracy(resolved, unresolvedInside);
    }

    /** Lines a second on one thread: parsing; extraction; resolution. */
    double[] speeds() {
        return new double[] {lines * 1e9 / parseNanos, lines * 1e9 / extractNanos, lines * 1e9 / resolveNanos};
    }

    /** Lines a second of extraction and resolution together. */
    double speed() {
        return lines * 1e9 / (extractNanos + resolveNanos);
    }
}
