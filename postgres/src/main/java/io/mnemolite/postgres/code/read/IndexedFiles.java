package io.mnemolite.postgres.code.read;

import io.mnemolite.core.code.store.CodeFile;
import io.mnemolite.core.code.store.IndexedCodeFile;
import io.mnemolite.core.code.store.IndexedCodeFile.Piece;
import io.mnemolite.core.embedding.EmbeddingVector;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Files with their chunks and vectors, a row per chunk, those of a file together; a file without chunks is one row. */
final class IndexedFiles {

    /** With a question mark for the model, and the files as a table of alias {@code file} in place of {@code %s}. */
    static final String SQL =
            "select " + FileRow.COLUMNS + ", " + ChunkRow.COLUMNS + ", vector.embedding from %s" + """
             left join mnemolite.code_chunk as chunk on chunk.file_id = file.id
            left join mnemolite.code_vector as vector
                on file.is_embedded and vector.embedding_model = ? and vector.text_hash = chunk.text_hash
            order by file.id, chunk.ordinal
            """;

    private IndexedFiles() {}

    static List<IndexedCodeFile> read(ResultSet rows) throws SQLException {
        List<IndexedCodeFile> files = new ArrayList<>();
        CodeFile file = null;
        List<Piece> pieces = new ArrayList<>();
        while (rows.next()) {
            if (file == null || !file.id().equals(FileRow.id(rows))) {
                if (file != null) {
                    files.add(new IndexedCodeFile(file, pieces));
                }
                file = FileRow.read(rows);
                pieces = new ArrayList<>(file.chunkCount());
            }
            if (rows.getObject(FileRow.COUNT + 1) != null) {
                byte[] vector = rows.getBytes(FileRow.COUNT + ChunkRow.COUNT + 1);
                pieces.add(new Piece(
                        ChunkRow.read(rows, FileRow.COUNT + 1),
                        vector == null ? null : EmbeddingVector.fromLittleEndian(vector)));
            }
        }
        if (file != null) {
            files.add(new IndexedCodeFile(file, pieces));
        }
        return files;
    }
}
