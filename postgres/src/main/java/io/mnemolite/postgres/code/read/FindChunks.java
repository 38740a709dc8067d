package io.mnemolite.postgres.code.read;

import io.mnemolite.core.code.store.ChunkInFile;
import io.mnemolite.core.code.store.CodeChunkId;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Finds the chunks of these ids, each with its file. */
public record FindChunks(Collection<CodeChunkId> ids) implements Query<List<ChunkInFile>> {

    private static final String SQL = "select " + FileRow.COLUMNS + ", " + ChunkRow.COLUMNS
            + " from mnemolite.code_chunk as chunk join mnemolite.code_file as file on file.id = chunk.file_id"
            + " where chunk.id = " + Parameters.ANY_UUID;

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters.uuids(ids.stream().map(CodeChunkId::value).toList());
    }

    @Override
    public List<ChunkInFile> read(ResultSet rows) throws SQLException {
        List<ChunkInFile> chunks = new ArrayList<>();
        while (rows.next()) {
            chunks.add(new ChunkInFile(FileRow.read(rows), ChunkRow.read(rows, FileRow.COUNT + 1)));
        }
        return chunks;
    }
}
