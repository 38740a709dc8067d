package io.mnemolite.core.code.graph;

import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.graph.Route.Relation;
import io.mnemolite.core.code.graph.Route.Step;
import io.mnemolite.core.code.resolution.edge.Edge.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds how one symbol reaches another and says how each step does. */
final class RouteSearch {

    private final CodeGraphStore store;
    private final Set<Kind> kinds;

    RouteSearch(CodeGraphStore store, Set<Kind> kinds) {
        this.store = store;
        this.kinds = kinds;
    }

    Route find(WholeSymbol source, WholeSymbol target, int depth) {
        boolean includesMembers = source.includesMembers() || target.includesMembers();
        BreadthFirst search = new BreadthFirst(store, kinds);
        List<SymbolId> path = search.path(source.ids(), target.ids(), depth);
        String repository = source.of().repository();
        // A path that was found is there whatever else is unresolved.
        long unresolved = path.isEmpty() ? store.unresolved(repository) : 0;
        Completeness completeness = Completeness.of(unresolved, store.state(repository), search.isCut());
        if (path.isEmpty()) {
            return Route.none(includesMembers, completeness);
        }
        List<SymbolId> nodes = new ArrayList<>(path);
        SymbolId first = source.of().symbol().id();
        if (!nodes.getFirst().equals(first)) {
            nodes.addFirst(first);
        }
        SymbolId last = target.of().symbol().id();
        if (!nodes.getLast().equals(last)) {
            nodes.addLast(last);
        }
        return new Route(nodes, symbols(nodes), steps(nodes, path), includesMembers, completeness);
    }

    private List<PlacedSymbol> symbols(List<SymbolId> nodes) {
        Map<SymbolId, PlacedSymbol> found = new HashMap<>();
        store.symbols(nodes).forEach(placed -> found.put(placed.symbol().id(), placed));
        return nodes.stream()
                .flatMap(node -> Stream.ofNullable(found.get(node)))
                .toList();
    }

    /** @param path the part of the nodes that edges join */
    private List<Step> steps(List<SymbolId> nodes, List<SymbolId> path) {
        Map<List<SymbolId>, PlacedEdge> edges = new HashMap<>();
        store.among(path).stream()
                .filter(found -> kinds.contains(found.edge().kind()))
                .sorted(Comparator.comparing((PlacedEdge found) -> found.edge().kind())
                        .thenComparing(PlacedEdge::path))
                .forEach(found -> edges.putIfAbsent(
                        List.of(found.edge().source(), found.edge().target()), found));
        List<Step> steps = new ArrayList<>();
        for (int i = 1; i < nodes.size(); i++) {
            SymbolId from = nodes.get(i - 1);
            SymbolId to = nodes.get(i);
            Relation relation = i == 1 && !from.equals(path.getFirst())
                    ? Relation.CONTAINS
                    : i == nodes.size() - 1 && !to.equals(path.getLast()) ? Relation.PART_OF : Relation.EDGE;
            steps.add(new Step(from, to, relation, relation == Relation.EDGE ? edges.get(List.of(from, to)) : null));
        }
        return steps;
    }
}
