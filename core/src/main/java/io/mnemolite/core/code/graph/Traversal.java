package io.mnemolite.core.code.graph;

import java.util.List;

/** What can be reached from a symbol, nearest first, the symbol itself left out. */
public record Traversal(List<PlacedSymbol> nodes, Completeness completeness) {

    public Traversal {
        nodes = List.copyOf(nodes);
    }
}
