package io.mnemolite.postgres.code.read;

import io.mnemolite.core.code.store.CodeChunk;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Finds chunks whose text has no vector of a model though one is wanted, one per text, those of a file together. */
public record FindAwaitingChunks(String model, int limit) implements Query<List<CodeChunk>> {

    private static final String SQL = "select " + ChunkRow.COLUMNS + """
             from (
                select distinct on (own.text_hash) own.id
                from mnemolite.code_chunk as own join mnemolite.code_file as file on file.id = own.file_id
                where file.is_embedded and not exists (
                    select from mnemolite.code_vector as vector
                    where vector.embedding_model = ? and vector.text_hash = own.text_hash)
                order by own.text_hash, own.file_id, own.ordinal
            ) as awaiting join mnemolite.code_chunk as chunk on chunk.id = awaiting.id
            order by chunk.file_id, chunk.ordinal limit ?
            """;

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters.text(model).number(limit);
    }

    @Override
    public List<CodeChunk> read(ResultSet rows) throws SQLException {
        List<CodeChunk> chunks = new ArrayList<>();
        while (rows.next()) {
            chunks.add(ChunkRow.read(rows, 1));
        }
        return chunks;
    }
}
