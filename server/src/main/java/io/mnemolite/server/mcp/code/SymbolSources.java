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
        List<String> all = store.findAll(List.of(placed.symbol().file()), NO_MODEL).stream()
                .findFirst()
                .map(IndexedCodeFile::text)
                .orElse("")
                .lines()
                .toList();
        int from = Math.min(placed.symbol().startLine() - 1, all.size());
        int to = Math.clamp(placed.symbol().endLine(), from, all.size());
        return all.subList(from, to).stream().map(DataText::clean).toList();
    }
}
