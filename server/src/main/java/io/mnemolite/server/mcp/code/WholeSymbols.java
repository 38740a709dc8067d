package io.mnemolite.server.mcp.code;

import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.graph.CodeGraph;
import io.mnemolite.core.code.graph.Completeness;
import io.mnemolite.core.code.graph.Impact;
import io.mnemolite.core.code.graph.Neighbour;
import io.mnemolite.core.code.graph.Neighbours;
import io.mnemolite.core.code.graph.PlacedSymbol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Symbols with all that stands in them. Edges lead to members, hardly ever to a type itself, so that who asks about a type
 * would be told that nobody uses it.
 */
final class WholeSymbols {

    private static final int MOST_PARTS = 300;

    private final CodeGraph graph;

    WholeSymbols(CodeGraph graph) {
        this.graph = graph;
    }

    /** Who calls a symbol or its members from outside of it, tests last; empty when it is gone. */
    Optional<Neighbours> callers(PlacedSymbol of, int limit) {
        return neighbours(of, limit, id -> graph.callers(id, limit));
    }

    /** Whom a symbol or its members call outside of it; empty when it is gone. */
    Optional<Neighbours> callees(PlacedSymbol of, int limit) {
        return neighbours(of, limit, id -> graph.callees(id, limit));
    }

    private Optional<Neighbours> neighbours(
            PlacedSymbol of, int limit, Function<SymbolId, Optional<Neighbours>> ofPart) {
        List<SymbolId> parts = parts(of);
        Set<SymbolId> inside = new HashSet<>(parts);
        List<Neighbour> neighbours = new ArrayList<>();
        List<Completeness> completeness = new ArrayList<>();
        for (SymbolId part : parts) {
            ofPart.apply(part).ifPresent(found -> {
                found.neighbours().stream()
                        .filter(one -> !inside.contains(one.symbol().symbol().id()))
                        .forEach(neighbours::add);
                completeness.add(found.completeness());
            });
        }
        if (completeness.isEmpty()) {
            return Optional.empty();
        }
        // Stable: each part's order stays.
        neighbours.sort(Comparator.comparing(one -> one.symbol().symbol().isTest()));
        boolean isCut = neighbours.size() > limit || parts.size() == MOST_PARTS;
        return Optional.of(new Neighbours(
                of, neighbours.subList(0, Math.min(limit, neighbours.size())), together(completeness, isCut)));
    }

    /** What depends on a symbol or its members, nearest first; empty when it is gone. */
    Optional<Impact> impact(PlacedSymbol of, int depth, int limit) {
        List<SymbolId> parts = parts(of);
        Set<SymbolId> inside = new HashSet<>(parts);
        Map<SymbolId, Impact.Affected> nearest = new HashMap<>();
        List<Completeness> completeness = new ArrayList<>();
        for (SymbolId part : parts) {
            graph.impact(part, depth, limit).ifPresent(found -> {
                for (Impact.Affected affected : found.affected()) {
                    SymbolId id = affected.symbol().symbol().id();
                    if (!inside.contains(id)) {
                        nearest.merge(id, affected, (one, other) -> one.distance() <= other.distance() ? one : other);
                    }
                }
                completeness.add(found.completeness());
            });
        }
        if (completeness.isEmpty()) {
            return Optional.empty();
        }
        List<Impact.Affected> affected = nearest.values().stream()
                .sorted(Comparator.comparingInt(Impact.Affected::distance)
                        .thenComparing(one -> one.symbol().symbol().isTest())
                        .thenComparing(one -> one.symbol().symbol().id()))
                .toList();
        boolean isCut = affected.size() > limit || parts.size() == MOST_PARTS;
        return Optional.of(
                new Impact(of, affected.subList(0, Math.min(limit, affected.size())), together(completeness, isCut)));
    }

    private List<SymbolId> parts(PlacedSymbol of) {
        if (!of.symbol().kind().isType()) {
            return List.of(of.symbol().id());
        }
        String within = of.symbol().qualifiedName() + ".";
        List<SymbolId> parts = new ArrayList<>();
        parts.add(of.symbol().id());
        graph.outline(of.repository(), of.path()).stream()
                .filter(symbol -> symbol.symbol().qualifiedName().startsWith(within))
                .limit(MOST_PARTS - 1)
                .forEach(symbol -> parts.add(symbol.symbol().id()));
        return parts;
    }

    private static Completeness together(List<Completeness> all, boolean isCut) {
        return new Completeness(
                !isCut && all.stream().allMatch(Completeness::isExact),
                all.stream().mapToLong(Completeness::unresolved).sum(),
                all.stream().anyMatch(Completeness::isStale),
                isCut || all.stream().anyMatch(Completeness::isCut));
    }
}
