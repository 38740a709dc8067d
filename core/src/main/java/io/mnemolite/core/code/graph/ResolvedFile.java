package io.mnemolite.core.code.graph;

import io.mnemolite.core.code.resolution.edge.Resolution;
import io.mnemolite.core.code.store.CodeFileId;
import java.util.List;

/**
 * A file whose call sites were resolved.
 *
 * @param revision of the file's row when its facts were read
 * @param symbols all that it defines
 * @param isRead false when its facts cannot be read, so that nothing is known of it
 */
public record ResolvedFile(
        CodeFileId id, long revision, List<CodeSymbol> symbols, Resolution resolution, boolean isRead) {

    public ResolvedFile {
        symbols = List.copyOf(symbols);
    }
}
