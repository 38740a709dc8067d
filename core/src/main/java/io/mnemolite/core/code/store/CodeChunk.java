package io.mnemolite.core.code.store;

import io.mnemolite.core.code.Chunk;
import io.mnemolite.core.code.EmbeddingText;
import io.mnemolite.core.code.Sha256;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A chunk with its identity and its place in a file.
 *
 * @param ordinal its place in the file, from 0
 * @param textHash of the text that is given to a model, see {@link EmbeddingText}
 */
public record CodeChunk(CodeChunkId id, CodeFileId file, int ordinal, Chunk chunk, Sha256 textHash) {

    /** The chunks of a file, in its order. */
    public static List<CodeChunk> of(String repository, String path, List<Chunk> chunks) {
        CodeFileId file = CodeFileId.of(repository, path);
        Map<String, Integer> equals = new HashMap<>();
        List<CodeChunk> all = new ArrayList<>(chunks.size());
        for (Chunk chunk : chunks) {
            int place = equals.merge(chunk.type() + " " + chunk.qualifiedName(), 1, Integer::sum) - 1;
            all.add(new CodeChunk(
                    CodeChunkId.of(repository, path, chunk, place),
                    file,
                    all.size(),
                    chunk,
                    Sha256.of(EmbeddingText.of(chunk))));
        }
        return all;
    }
}
