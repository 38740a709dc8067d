package io.mnemolite.postgres.code.read;

import io.mnemolite.core.code.Sha256;
import io.mnemolite.core.code.store.CodeChunk;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds chunks whose text has no vector of a model though one is wanted, in the order of files and places, each text once. */
public record FindAwaitingChunks(String model, @Nullable CodeChunk after, int limit) implements Query<List<CodeChunk>> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** In the order of an index, so that it ends where the limit is reached. */
    private static final String SQL = "select " + ChunkRow.COLUMNS + """
             from mnemolite.code_chunk as chunk join mnemolite.code_file as file on file.id = chunk.file_id
            where (chunk.file_id, chunk.ordinal) > (?, ?) and file.is_embedded and not exists (
                select from mnemolite.code_vector as vector
                where vector.embedding_model = ? and vector.text_hash = chunk.text_hash)
            order by chunk.file_id, chunk.ordinal limit ?
            """;

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters
                .uuid(after == null ? BEFORE_ALL : after.file().value())
                .number(after == null ? -1 : after.ordinal())
                .text(model)
                .number(limit);
    }

    @Override
    public List<CodeChunk> read(ResultSet rows) throws SQLException {
        Map<Sha256, CodeChunk> byText = new LinkedHashMap<>();
        while (rows.next()) {
            CodeChunk chunk = ChunkRow.read(rows, 1);
            byText.putIfAbsent(chunk.textHash(), chunk);
        }
        return List.copyOf(byText.values());
    }
}
