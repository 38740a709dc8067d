package io.mnemolite.core.code.graph;

import java.util.List;

/** What a change of a symbol may break. */
public record Impact(PlacedSymbol of, List<Affected> affected, Completeness completeness) {

    /**
     * A symbol that depends on the changed one.
     *
     * @param distance the least number of edges in between
     */
    public record Affected(PlacedSymbol symbol, int distance) {}

    public Impact {
        affected = List.copyOf(affected);
    }
}
