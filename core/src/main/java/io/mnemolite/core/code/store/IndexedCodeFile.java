package io.mnemolite.core.code.store;

import io.mnemolite.core.embedding.EmbeddingVector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file as a search index sees it: its chunks in order, each with the vector of one model where there is one. */
public record IndexedCodeFile(CodeFile file, List<Piece> pieces) {

    public IndexedCodeFile {
        pieces = List.copyOf(pieces);
    }

    /** A chunk and its vector. */
    public record Piece(CodeChunk chunk, @Nullable EmbeddingVector vector) {}

    /** The whole text. */
    public String text() {
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.chunk().chunk().source()));
        return text.toString();
    }
}
