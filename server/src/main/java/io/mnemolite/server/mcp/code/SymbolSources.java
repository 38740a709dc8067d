package io.mnemolite.server.mcp.code;

import io.mnemolite.core.code.graph.PlacedSymbol;
import io.mnemolite.core.code.store.CodeStore;
import io.mnemolite.core.code.store.IndexedCodeFile;
import io.mnemolite.server.mcp.text.DataText;
import java.util.List;

/** The source of symbols, as it is stored. */
public final class SymbolSources {

    /** Of no model: the text is wanted, and no vectors. */
    private static final String NO_MODEL = "";

    private final CodeStore store;

    public SymbolSources(CodeStore store) {
        this.store = store;
    }

    /** The lines of a symbol, clean. */
    public List<String> lines(PlacedSymbol placed) {
        String text = store.findAll(List.of(placed.symbol().file()), NO_MODEL).stream()
                .findFirst()
                .map(IndexedCodeFile::text)
                .orElse("");
        return placed.symbol().linesIn(text).stream().map(DataText::clean).toList();
    }
}
