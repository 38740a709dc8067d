package io.mnemolite.core.code.store;

import io.mnemolite.core.code.Language;
import io.mnemolite.core.code.Sha256;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A source file as it is stored, without its chunks.
 *
 * @param parserVersion of the parser that made its chunks
 * @param sizeBytes of the text in UTF-8
 * @param lineCount lines, an unfinished last one included
 * @param isEmbedded whether vectors are wanted for its chunks
 * @param commitHash of the request that brought this content; null when that named none
 * @param imports what the file imports, as written
 * @param indexedAt when this content came
 * @param revision counts the contents of this path
 * @param vectorRevision counts what has been added to the vectors of its chunks
 */
public record CodeFile(
        CodeFileId id,
        String repository,
        String path,
        Language language,
        Sha256 contentHash,
        String parserVersion,
        long sizeBytes,
        int lineCount,
        int chunkCount,
        boolean isTest,
        boolean isGenerated,
        boolean isEmbedded,
        @Nullable String commitHash,
        List<String> imports,
        Instant indexedAt,
        long revision,
        long vectorRevision) {

    public CodeFile {
        imports = List.copyOf(imports);
    }

    /** Whether its chunks rank lower than those of other files. */
    public boolean isLesser() {
        return isTest || isGenerated;
    }
}
