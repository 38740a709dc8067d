package io.mnemolite.contract.code;

import io.mnemolite.core.code.search.ChunkCandidate;
import io.mnemolite.core.code.search.CodeFilter;
import io.mnemolite.core.code.search.CodeIndex;
import io.mnemolite.core.code.search.CodeSnapshot;
import io.mnemolite.core.code.store.CodeChunkId;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.core.code.store.IndexedCodeFile;
import io.mnemolite.core.embedding.EmbeddingVector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One group of promises, checked on an index that is empty when a test begins. */
public abstract class CodeIndexPromises {

    /** The dimension of the vectors that are searched. */
    public static final int DIMENSION = 4;

    private final Map<CodeChunkId, String> names = new HashMap<>();

    protected abstract CodeIndex index();

    final void apply(CodeSample... samples) {
        List<IndexedCodeFile> files = new ArrayList<>();
        for (CodeSample sample : samples) {
            files.add(sample.indexed());
        }
        applyFiles(files);
    }

    final void applyFiles(List<IndexedCodeFile> files) {
        for (IndexedCodeFile file : files) {
            file.pieces()
                    .forEach(piece -> names.put(
                            piece.chunk().id(),
                            file.file().path() + ":" + piece.chunk().chunk().qualifiedName()));
        }
        index().apply(files, List.of());
    }

    /** A file whose chunks have these vectors, in order. */
    static IndexedCodeFile withVectors(CodeSample sample, @Nullable EmbeddingVector... vectors) {
        return sample.indexed(chunk -> vectors[chunk.ordinal()]);
    }

    final void remove(CodeSample... samples) {
        List<CodeFileId> gone = new ArrayList<>();
        for (CodeSample sample : samples) {
            gone.add(sample.draft().id());
        }
        index().apply(List.of(), gone);
    }

    /** What the words find, as {@code path:qualified name}, best first. */
    final List<String> find(String words) {
        return find(words, CodeFilter.ALL);
    }

    final List<String> find(String words, CodeFilter filter) {
        try (CodeSnapshot snapshot = index().snapshot()) {
            return named(snapshot.lexical(words, 100, filter));
        }
    }

    final List<String> named(List<ChunkCandidate> candidates) {
        return candidates.stream()
                .map(candidate -> names.getOrDefault(candidate.id(), "unknown"))
                .toList();
    }
}
