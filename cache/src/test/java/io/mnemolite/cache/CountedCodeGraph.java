package io.mnemolite.cache;

import io.mnemolite.core.code.Language;
import io.mnemolite.core.code.facts.DefinitionKind;
import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.graph.CodeGraph;
import io.mnemolite.core.code.graph.CodeSymbol;
import io.mnemolite.core.code.graph.Completeness;
import io.mnemolite.core.code.graph.Direction;
import io.mnemolite.core.code.graph.FoundSymbols;
import io.mnemolite.core.code.graph.GraphFigures;
import io.mnemolite.core.code.graph.GraphState;
import io.mnemolite.core.code.graph.Impact;
import io.mnemolite.core.code.graph.Neighbours;
import io.mnemolite.core.code.graph.PlacedSymbol;
import io.mnemolite.core.code.graph.RepositoryMap;
import io.mnemolite.core.code.graph.Route;
import io.mnemolite.core.code.graph.SymbolQuery;
import io.mnemolite.core.code.graph.Traversal;
import io.mnemolite.core.code.resolution.edge.Edge.Kind;
import io.mnemolite.core.code.resolution.edge.UnresolvedSite;
import io.mnemolite.core.code.store.CodeFileId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A graph of one symbol in repository "a" that counts the questions which reach it. */
final class CountedCodeGraph implements CodeGraph {

    static final SymbolId ID = new SymbolId(new UUID(1, 1));
    static final SymbolId ABSENT = new SymbolId(new UUID(1, 2));
    static final PlacedSymbol SYMBOL = new PlacedSymbol(
            new CodeSymbol(
                    ID, CodeFileId.of("a", "A.java"), DefinitionKind.CLASS, "A", "a.A", "class A", 1, 9, false, false),
            "a",
            "A.java",
            new Language("java"),
            Instant.EPOCH);

    private static final Completeness EXACT = Completeness.of(0, GraphState.WHOLE, false);

    int asked;

    private <T> T counted(T answer) {
        asked++;
        return answer;
    }

    private <T> Optional<T> ifPresent(SymbolId id, T answer) {
        return counted(id.equals(ID) ? Optional.of(answer) : Optional.empty());
    }

    @Override
    public Optional<PlacedSymbol> symbol(SymbolId id) {
        return ifPresent(id, SYMBOL);
    }

    @Override
    public Completeness completeness(@Nullable String repository) {
        return counted(EXACT);
    }

    @Override
    public FoundSymbols find(SymbolQuery query) {
        return counted(new FoundSymbols(List.of(SYMBOL), 1));
    }

    @Override
    public List<PlacedSymbol> outline(String repository, String path) {
        return counted(List.of(SYMBOL));
    }

    @Override
    public GraphFigures figures(String repository, @Nullable String language) {
        return counted(new GraphFigures(Map.of("class", 1L), Map.of(), 0, 0, 1));
    }

    @Override
    public Optional<Neighbours> callers(SymbolId id, int limit) {
        return ifPresent(id, new Neighbours(SYMBOL, List.of(), 0, false, EXACT));
    }

    @Override
    public Optional<Neighbours> callees(SymbolId id, int limit) {
        return ifPresent(id, new Neighbours(SYMBOL, List.of(), 0, false, EXACT));
    }

    @Override
    public List<UnresolvedSite> unresolvedIn(PlacedSymbol of) {
        return counted(List.of(new UnresolvedSite(ID, "x.y()", "y", 3, 1, UnresolvedSite.Reason.EXTERNAL)));
    }

    @Override
    public Optional<Impact> impact(SymbolId id, int depth, int limit) {
        return ifPresent(id, new Impact(SYMBOL, List.of(new Impact.Affected(SYMBOL, 1)), 1, 0, false, EXACT));
    }

    @Override
    public Traversal traverse(SymbolId start, Direction direction, @Nullable Kind kind, int depth) {
        return counted(new Traversal(List.of(SYMBOL), false, EXACT));
    }

    @Override
    public Route path(SymbolId source, SymbolId target, @Nullable Kind kind, int depth) {
        return counted(new Route(List.of(source, target), List.of(), List.of(), false, EXACT));
    }

    @Override
    public Optional<RepositoryMap> map(String repository, @Nullable String focus, int maxTokens) {
        return counted(repository.equals("a") ? Optional.of(new RepositoryMap("A", 1, 1, 1)) : Optional.empty());
    }
}
