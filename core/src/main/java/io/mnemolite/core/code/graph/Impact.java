package io.mnemolite.core.code.graph;

import java.util.List;

/**
 * What a change of a symbol may break.
 *
 * @param total how many depend on it, shown or not
 * @param tests how many of them are tests
 * @param includesMembers whether a change of what the symbol owns counts as one of it, as of a type it does
 */
public record Impact(
        PlacedSymbol of,
        List<Affected> affected,
        long total,
        long tests,
        boolean includesMembers,
        Completeness completeness) {

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
