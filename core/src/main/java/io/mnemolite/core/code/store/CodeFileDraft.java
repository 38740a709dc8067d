package io.mnemolite.core.code.store;

import io.mnemolite.core.code.Chunk;
import io.mnemolite.core.code.CodePath;
import io.mnemolite.core.code.Language;
import io.mnemolite.core.code.Sha256;
import io.mnemolite.core.code.StorableText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A source file to be stored.
 *
 * @param imports what the file imports, as written, each on one line
 * @param facts of {@link io.mnemolite.core.code.facts.FileFactsCodec}; empty when nothing is known
 * @param problems sentences on what could not be parsed as usual
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record CodeFileDraft(
        String repository,
        String path,
        Language language,
        Sha256 contentHash,
        String parserVersion,
        long sizeBytes,
        int lineCount,
        boolean isTest,
        boolean isGenerated,
        boolean isEmbedded,
        @Nullable String commitHash,
        List<CodeChunk> chunks,
        List<String> imports,
        byte[] facts,
        List<String> problems) {

    /** @throws IllegalArgumentException when something in it cannot be stored */
    public CodeFileDraft {
        chunks = List.copyOf(chunks);
        imports = List.copyOf(imports);
        problems = List.copyOf(problems);
        CodePath.problem(path).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
        StorableText.require(repository, "repository's name");
        StorableText.require(language.name(), "language's name");
        StorableText.require(parserVersion, "parser's version");
        if (commitHash != null) {
            StorableText.require(commitHash, "commit's hash");
        }
        problems.forEach(problem -> StorableText.require(problem, "sentence on a problem"));
        imports.forEach(CodeFileDraft::requireLine);
        chunks.forEach(chunk -> require(chunk.chunk()));
    }

    public CodeFileId id() {
        return CodeFileId.of(repository, path);
    }

    private static void requireLine(String text) {
        StorableText.require(text, "import");
        if (text.isEmpty() || text.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("An import is one line, not '" + text + "'.");
        }
    }

    private static void require(Chunk chunk) {
        StorableText.require(chunk.source(), "text of a chunk");
        StorableText.require(chunk.name(), "name of a chunk");
        StorableText.require(chunk.qualifiedName(), "qualified name of a chunk");
    }
}
