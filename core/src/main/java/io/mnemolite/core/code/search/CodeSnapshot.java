package io.mnemolite.core.code.search;

import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.core.embedding.EmbeddingVector;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The index at one moment; every call sees the same chunks. Filters are exact. */
public interface CodeSnapshot extends AutoCloseable {

    /**
     * The chunks that fit the words best, best first, ties by id, at most {@code count}. Words are found in names, in the names
     * of what encloses, in paths, signatures, documentation and source; identifiers are found by their parts too; names count
     * most, and tests and generated code count less than other code.
     */
    List<ChunkCandidate> lexical(String words, int count, CodeFilter filter);

    /**
     * The approximately nearest chunks by cosine distance, nearest first, ties by id, at most {@code count}. Distances are
     * computed in double from the stored vectors. Chunks without a vector of the index's dimension are never offered.
     */
    List<ChunkCandidate> nearest(EmbeddingVector query, int count, CodeFilter filter);

    /**
     * The files that pass the filter, but for its chunk type, and may hold all of the pieces of text, in the order of ids, at
     * most {@code limit} of those greater than {@code after} (from the start without it). A file that holds them, whatever the
     * case of letters, is never left out; one that does not may be among them.
     */
    List<CodeFileId> filesThatMayHold(
            Collection<String> pieces, CodeFilter filter, @Nullable CodeFileId after, int limit);

    /** Those of the ids that the index does not hold. */
    Set<CodeFileId> absent(Collection<CodeFileId> ids);

    /** How many chunks the index holds. */
    int countChunks();

    /** How many chunks that pass the filter want a vector, and how many of them have one that can be searched. */
    Coverage coverage(CodeFilter filter);

    /** Chunks that want a vector, and those of them that have one. */
    record Coverage(int wanted, int made) {}

    @Override
    void close();
}
