package io.mnemolite.core.code.graph;

import io.mnemolite.core.code.facts.SymbolId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one symbol reaches another.
 *
 * @param nodes from the source to the target, both included; empty when none was found
 * @param symbols those of the nodes that exist still, in the same order
 * @param steps from each node to the next, one less than there are nodes
 * @param includesMembers whether it may begin or end at what an end owns, as that of a type may
 */
public record Route(
        List<SymbolId> nodes,
        List<PlacedSymbol> symbols,
        List<Step> steps,
        boolean includesMembers,
        Completeness completeness) {

    /**
     * How one node leads to the next.
     *
     * @param edge null where one of the two is a type and the other one of its members, or where the edge went meanwhile
     */
    public record Step(
            SymbolId source,
            SymbolId target,
            Relation relation,
            @Nullable PlacedEdge edge) {}

    /** What a step is. */
    public enum Relation {
        EDGE,
        /** From a type to a member of its. */
        CONTAINS,
        /** From a member to its type. */
        PART_OF
    }

    public Route {
        nodes = List.copyOf(nodes);
        symbols = List.copyOf(symbols);
        steps = List.copyOf(steps);
    }

    static Route none(boolean includesMembers, Completeness completeness) {
        return new Route(List.of(), List.of(), List.of(), includesMembers, completeness);
    }
}
