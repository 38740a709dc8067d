package io.mnemolite.core.code.graph;

import java.util.List;

/** Who calls a symbol, or whom it calls. */
public record Neighbours(PlacedSymbol of, List<Neighbour> neighbours, Completeness completeness) {

    public Neighbours {
        neighbours = List.copyOf(neighbours);
    }
}
