package io.mnemolite.server.web.code.symbol;

import io.mnemolite.core.code.graph.CodeSymbol;
import io.mnemolite.core.code.graph.PlacedSymbol;
import io.mnemolite.server.web.code.source.QualifiedName;
import io.mnemolite.server.web.code.source.SourcePlace;
import java.time.Instant;

/** What a symbol is and where it stands. */
public record SymbolHead(
        String id,
        String kind,
        QualifiedName name,
        SourcePlace at,
        String language,
        boolean isTest,
        Instant indexedAt) {

    static SymbolHead of(PlacedSymbol placed) {
        CodeSymbol symbol = placed.symbol();
        return new SymbolHead(
                symbol.id().toString(),
                symbol.kind().wireName(),
                QualifiedName.of(symbol),
                SourcePlace.of(placed.repository(), placed.path(), symbol.startLine(), symbol.endLine()),
                placed.language().name(),
                symbol.isTest(),
                placed.indexedAt());
    }
}
