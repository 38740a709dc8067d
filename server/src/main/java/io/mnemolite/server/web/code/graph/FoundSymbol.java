package io.mnemolite.server.web.code.graph;

import io.mnemolite.core.code.graph.CodeSymbol;
import io.mnemolite.core.code.graph.PlacedSymbol;
import io.mnemolite.server.web.code.source.QualifiedName;
import io.mnemolite.server.web.code.source.SourcePlace;

/** A symbol as the page names it. */
public record FoundSymbol(String id, String kind, QualifiedName name, SourcePlace at, boolean isTest) {

    static FoundSymbol of(PlacedSymbol placed) {
        CodeSymbol symbol = placed.symbol();
        return new FoundSymbol(
                symbol.id().toString(),
                symbol.kind().wireName(),
                QualifiedName.of(symbol),
                SourcePlace.of(placed.repository(), placed.path(), symbol.startLine(), symbol.startLine()),
                symbol.isTest());
    }
}
