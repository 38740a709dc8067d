package io.mnemolite.core.code.graph;

import java.util.List;

/**
 * What can be reached from a symbol, nearest first, the symbol itself left out.
 *
 * @param includesMembers whether it was gone from what the symbol owns, too, as of a type it is
 */
public record Traversal(List<PlacedSymbol> nodes, boolean includesMembers, Completeness completeness) {

    public Traversal {
        nodes = List.copyOf(nodes);
    }
}
