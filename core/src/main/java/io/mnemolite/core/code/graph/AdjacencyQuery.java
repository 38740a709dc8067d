package io.mnemolite.core.code.graph;

import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.resolution.edge.Edge;
import java.util.Collection;
import java.util.Set;

/**
 * Which edges are looked for, each with the symbol at its other end.
 *
 * @param at the symbols; edges at them come first
 * @param further more symbols, edges at which come last
 * @param without symbols that no other end may be
 * @param direction {@link Direction#OUTBOUND} for edges whose source is one of the symbols, {@link Direction#INBOUND} for those
 *     whose target is; not both at once
 * @param limit the most edges, at least 1
 */
public record AdjacencyQuery(
        Set<SymbolId> at,
        Set<SymbolId> further,
        Set<SymbolId> without,
        Direction direction,
        Set<Edge.Kind> kinds,
        int limit) {

    public AdjacencyQuery {
        at = Set.copyOf(at);
        further = Set.copyOf(further);
        without = Set.copyOf(without);
        kinds = Set.copyOf(kinds);
        if (direction == Direction.BOTH) {
            throw new IllegalArgumentException("An edge has another end in one direction only");
        }
    }

    /** All edges at the symbols. */
    public static AdjacencyQuery of(Collection<SymbolId> at, Direction direction, Set<Edge.Kind> kinds, int limit) {
        return new AdjacencyQuery(Set.copyOf(at), Set.of(), Set.of(), direction, kinds, limit);
    }
}
