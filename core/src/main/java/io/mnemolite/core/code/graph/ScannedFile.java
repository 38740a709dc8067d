package io.mnemolite.core.code.graph;

import io.mnemolite.core.code.store.CodeFileId;
import java.util.List;

/**
 * A file and what it defines.
 *
 * @param symbols by line
 */
public record ScannedFile(CodeFileId id, String path, List<PlacedSymbol> symbols) {

    public ScannedFile {
        symbols = List.copyOf(symbols);
    }
}
