package io.mnemolite.contract.code;

import io.mnemolite.contract.fixture.LineParser;
import io.mnemolite.core.code.Sha256;
import io.mnemolite.core.code.SourceFile;
import io.mnemolite.core.code.parsing.ParsedFile;
import io.mnemolite.core.code.store.CodeChunk;
import io.mnemolite.core.code.store.CodeFile;
import io.mnemolite.core.code.store.CodeFileDraft;
import io.mnemolite.core.code.store.IndexedCodeFile;
import io.mnemolite.core.embedding.EmbeddingVector;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A source file of a test, in repository {@code r} unless another is named. */
public record CodeSample(
        String repository,
        String path,
        String content,
        boolean isEmbedded,
        @Nullable String commit) {

    /** When samples are indexed. */
    public static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    public static CodeSample of(String path, String... lines) {
        return new CodeSample("r", path, String.join("\n", lines) + "\n", true, null);
    }

    public CodeSample in(String name) {
        return new CodeSample(name, path, content, isEmbedded, commit);
    }

    public CodeSample unembedded() {
        return new CodeSample(repository, path, content, false, commit);
    }

    public CodeSample at(String hash) {
        return new CodeSample(repository, path, content, isEmbedded, hash);
    }

    public CodeFileDraft draft() {
        ParsedFile parsed = new LineParser().parse(new SourceFile(path, content, null));
        return new CodeFileDraft(
                repository,
                path,
                parsed.language(),
                Sha256.of(content),
                "1",
                content.length(),
                (int) content.lines().count(),
                parsed.isTest(),
                parsed.isGenerated(),
                isEmbedded,
                commit,
                CodeChunk.of(repository, path, parsed.chunks()),
                parsed.imports(),
                new byte[0],
                parsed.problems());
    }

    /** As an index sees it, with a vector for each chunk of which {@code vectors} knows one. */
    public IndexedCodeFile indexed(Function<CodeChunk, @Nullable EmbeddingVector> vectors) {
        CodeFileDraft draft = draft();
        CodeFile file = new CodeFile(
                draft.id(),
                repository,
                path,
                draft.language(),
                draft.contentHash(),
                draft.parserVersion(),
                draft.sizeBytes(),
                draft.lineCount(),
                draft.chunks().size(),
                draft.isTest(),
                draft.isGenerated(),
                isEmbedded,
                commit,
                draft.imports(),
                NOW,
                1,
                0);
        List<IndexedCodeFile.Piece> pieces = draft.chunks().stream()
                .map(chunk -> new IndexedCodeFile.Piece(chunk, vectors.apply(chunk)))
                .toList();
        return new IndexedCodeFile(file, pieces);
    }

    public IndexedCodeFile indexed() {
        return indexed(chunk -> null);
    }
}
