package io.mnemolite.postgres.code;

import io.mnemolite.core.code.store.CodeChunk;
import io.mnemolite.postgres.code.read.MetadataJson;
import io.mnemolite.postgres.connection.Json;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** Inserts chunks; how many. */
record InsertChunks(List<CodeChunk> chunks) implements Query<Long> {

    private static final String SQL = """
            with inserted as (
                insert into mnemolite.code_chunk (
                    id, file_id, ordinal, chunk_type, name, qualified_name, start_line, end_line, source, metadata,
                    text_hash)
                select id, file_id, ordinal, chunk_type, name, qualified_name, start_line, end_line, source,
                    metadata::jsonb, text_hash
                from unnest(
                    ?::uuid[], ?::uuid[], ?::integer[], ?::text[], ?::text[], ?::text[], ?::integer[], ?::integer[],
                    ?::text[], ?::text[], ?::bytea[]) as draft (
                    id, file_id, ordinal, chunk_type, name, qualified_name, start_line, end_line, source, metadata,
                    text_hash)
                returning 1
            )
            select count(*) from inserted
            """;

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters
                .array("uuid", column(chunk -> chunk.id().value()))
                .array("uuid", column(chunk -> chunk.file().value()))
                .array("integer", column(CodeChunk::ordinal))
                .array("text", column(chunk -> chunk.chunk().type().wireName()))
                .array("text", column(chunk -> chunk.chunk().name()))
                .array("text", column(chunk -> chunk.chunk().qualifiedName()))
                .array("integer", column(chunk -> chunk.chunk().startLine()))
                .array("integer", column(chunk -> chunk.chunk().endLine()))
                .array("text", column(chunk -> chunk.chunk().source()))
                .array(
                        "text",
                        column(chunk ->
                                Json.write(MetadataJson.write(chunk.chunk().metadata()))))
                .array(
                        "bytea",
                        chunks.stream().map(chunk -> chunk.textHash().toBytes()).toArray(byte[][]::new));
    }

    private Object[] column(Function<CodeChunk, Object> value) {
        return chunks.stream().map(value).toArray();
    }

    @Override
    public Long read(ResultSet rows) throws SQLException {
        rows.next();
        return rows.getLong(1);
    }
}
