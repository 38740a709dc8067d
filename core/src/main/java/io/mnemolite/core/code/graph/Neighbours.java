package io.mnemolite.core.code.graph;

import java.util.List;

/**
 * Who calls a symbol, or whom it calls.
 *
 * @param total how many there are, shown or not
 * @param includesMembers whether those of what the symbol owns are among them, as of a type they are
 */
public record Neighbours(
        PlacedSymbol of, List<Neighbour> neighbours, long total, boolean includesMembers, Completeness completeness) {

    public Neighbours {
        neighbours = List.copyOf(neighbours);
    }
}
