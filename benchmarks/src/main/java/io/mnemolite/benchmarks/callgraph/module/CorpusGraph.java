package io.mnemolite.benchmarks.callgraph.module;

import io.mnemolite.core.code.SourceFile;
import io.mnemolite.core.code.facts.FileFacts;
import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.parsing.ParsedFile;
import io.mnemolite.core.code.resolution.Resolver;
import io.mnemolite.core.code.resolution.edge.Edge;
import io.mnemolite.core.code.resolution.edge.Resolution;
import io.mnemolite.core.code.resolution.edge.UnresolvedSite;
import io.mnemolite.core.code.resolution.registry.RepositoryModel;
import io.mnemolite.parsing.TreeSitterSourceParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What MnemoLite says of each call of a corpus, its files parsed as the product parses them. */
final class CorpusGraph {

    private static final int RETRIES = 5;

    private final Map<Place, Predicted> bySite = new HashMap<>();
    private final Map<SymbolId, Predicted.Symbol> symbols = new HashMap<>();
    private long resolved;
    private long unresolvedInside;

    private CorpusGraph() {}

    /** @param files below {@code root}, manifests included */
    static CorpusGraph of(Path root, List<String> files, TreeSitterSourceParser parser) {
        CorpusGraph graph = new CorpusGraph();
        List<FileFacts> all = new ArrayList<>();
        for (String file : files) {
            FileFacts facts = facts(root, file, parser);
            if (facts != null) {
                all.add(facts);
                List<SymbolId> ids = SymbolId.of("corpus", facts);
                for (int i = 0; i < ids.size(); i++) {
                    graph.symbols.put(ids.get(i), Predicted.Symbol.of(facts, i));
                }
            }
        }
        RepositoryModel model = new RepositoryModel("corpus");
        model.change(all, List.of());
        Resolver resolver = new Resolver(model);
        for (FileFacts facts : all) {
            graph.add(facts.path(), resolver.resolve(facts));
        }
        return graph;
    }

    private static @Nullable FileFacts facts(Path root, String file, TreeSitterSourceParser parser) {
        SourceFile source = new SourceFile(file, text(root.resolve(file)), null);
        ParsedFile parsed = parser.parse(source);
        // The time to parse a file is limited, which a busy machine may exceed.
        for (int i = 0; i < RETRIES && !parsed.problems().isEmpty(); i++) {
            parsed = parser.parse(source);
        }
        return parsed.facts();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String file, Resolution resolution) {
        resolved += resolution.resolvedSites();
        unresolvedInside += resolution.unresolvedInside();
        for (Edge edge : resolution.edges()) {
            if (edge.kind() == Edge.Kind.CALLS) {
                Predicted.Symbol target = symbols.get(edge.target());
                bySite.put(
                        new Place(file, edge.line(), edge.column()),
                        new Predicted(target, edge.rule().wireName(), String.valueOf(target)));
            }
        }
        for (UnresolvedSite site : resolution.unresolved()) {
            bySite.putIfAbsent(
                    new Place(file, site.line(), site.column()),
                    new Predicted(null, site.reason().wireName(), site.callee()));
        }
    }

    Map<Place, Predicted> bySite() {
        return bySite;
    }

    /** What the graph says of itself, in percent. */
    double estimate() {
        return Resolution.accuracy(resolved, unresolvedInside);
    }
}
