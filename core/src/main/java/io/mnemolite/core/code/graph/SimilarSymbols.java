package io.mnemolite.core.code.graph;

import java.util.List;

/** Symbols that somebody may have meant whose name nothing bears. */
public final class SimilarSymbols {

    private static final int SHORTEST_START = 3;

    private final CodeGraph graph;

    public SimilarSymbols(CodeGraph graph) {
        this.graph = graph;
    }

    /** Those of the simple name, otherwise those whose names begin as it does; none of a name that is hardly one. */
    public List<PlacedSymbol> to(SymbolQuery query) {
        String simple = query.simpleName();
        if (query.isQualified() && !simple.isBlank()) {
            List<PlacedSymbol> found = named(query, simple);
            if (!found.isEmpty()) {
                return found;
            }
        }
        int start = Math.max(SHORTEST_START, simple.length() / 2);
        return start < simple.length() ? named(query, simple.substring(0, start)) : List.of();
    }

    private List<PlacedSymbol> named(SymbolQuery query, String name) {
        return name.isBlank()
                ? List.of()
                : graph.find(new SymbolQuery(query.repository(), name, query.limit()))
                        .symbols();
    }
}
