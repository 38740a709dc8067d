package io.mnemolite.core.code.graph;

import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.resolution.edge.Edge;
import io.mnemolite.core.code.resolution.edge.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A graph of links; calls by the names that were asked for may be missing from it. */
final class LinkedStore extends FactsStore {

    /** The names by which calls without an edge were sought. */
    final Set<String> names = new TreeSet<>();

    GraphState state = GraphState.WHOLE;

    /** How many calls without an edge bear the names. */
    long unresolved;

    private final List<PlacedSymbol> symbols;
    private final List<Link> links;

    LinkedStore(List<PlacedSymbol> symbols, Stream<Link> links) {
        this.symbols = symbols;
        this.links = links.toList();
    }

    @Override
    public GraphState state(@Nullable String repository) {
        return state;
    }

    @Override
    public List<PlacedSymbol> symbols(Collection<SymbolId> ids) {
        return symbols.stream()
                .filter(symbol -> ids.contains(symbol.symbol().id()))
                .toList();
    }

    @Override
    public List<PlacedSymbol> within(PlacedSymbol of) {
        return symbols.stream()
                .filter(symbol ->
                        symbol.symbol().qualifiedName().startsWith(of.symbol().qualifiedName() + "."))
                .toList();
    }

    @Override
    public List<Link> links(Collection<SymbolId> at, Direction direction, Set<Edge.Kind> kinds, int limit) {
        return links.stream()
                .filter(link -> kinds.contains(link.kind()))
                .filter(link -> at.contains(direction == Direction.OUTBOUND ? link.source() : link.target()))
                .limit(limit)
                .toList();
    }

    @Override
    public AdjacentSymbols adjacent(AdjacencyQuery query) {
        List<AdjacentSymbol> found = new ArrayList<>();
        for (Set<SymbolId> at : List.of(query.at(), query.further())) {
            for (Link link : links(at, query.direction(), query.kinds(), Integer.MAX_VALUE)) {
                SymbolId other = query.direction() == Direction.OUTBOUND ? link.target() : link.source();
                if (!query.without().contains(other)) {
                    symbols(List.of(other)).forEach(symbol -> found.add(new AdjacentSymbol(symbol, edge(link))));
                }
            }
        }
        return new AdjacentSymbols(found.subList(0, Math.min(query.limit(), found.size())), found.size());
    }

    @Override
    public List<PlacedEdge> among(Collection<SymbolId> of) {
        return links.stream()
                .filter(link -> of.contains(link.source()) && of.contains(link.target()))
                .map(link -> new PlacedEdge(edge(link), "A.java"))
                .toList();
    }

    private static CodeEdge edge(Link link) {
        return new CodeEdge(link.source(), link.target(), link.kind(), List.of(4), Rule.RECEIVER, 1, 1);
    }

    @Override
    public long unresolved(String repository) {
        return unresolved;
    }

    @Override
    public UnresolvedCount unresolvedNamed(String repository, Collection<String> asked, Collection<SymbolId> symbols) {
        names.addAll(asked);
        return new UnresolvedCount(unresolved, state);
    }
}
