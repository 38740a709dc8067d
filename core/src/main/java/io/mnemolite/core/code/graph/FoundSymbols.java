package io.mnemolite.core.code.graph;

import java.util.List;

/**
 * Symbols that match, as many as were asked for.
 *
 * @param total how many match
 */
public record FoundSymbols(List<PlacedSymbol> symbols, long total) {

    public FoundSymbols {
        symbols = List.copyOf(symbols);
    }

    /** Whether more match than are here. */
    public boolean isCut() {
        return total > symbols.size();
    }
}
