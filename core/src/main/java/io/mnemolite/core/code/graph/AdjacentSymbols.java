package io.mnemolite.core.code.graph;

import java.util.List;

/**
 * Edges with the symbols at their other ends, as many as were asked for.
 *
 * @param total how many there are
 */
public record AdjacentSymbols(List<AdjacentSymbol> found, long total) {

    public AdjacentSymbols {
        found = List.copyOf(found);
    }
}
