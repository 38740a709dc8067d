package io.mnemolite.postgres.operation.code;

import io.mnemolite.core.operation.CodeStatistics.ComplexChunk;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Finds the functions and methods of the highest cyclomatic complexity, without tests and generated code. */
record FindMostComplex(int limit) implements Query<List<ComplexChunk>> {

    private static final String SQL = """
            select file.repository, file.path, chunk.name, chunk.qualified_name, chunk.start_line, chunk.end_line,
                (chunk.metadata ->> 'cyclomatic')::integer as cyclomatic
            from mnemolite.code_chunk as chunk join mnemolite.code_file as file on file.id = chunk.file_id
            where chunk.chunk_type in ('function', 'method') and not file.is_test and not file.is_generated
            order by cyclomatic desc, chunk.id limit ?
            """;

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters.number(limit);
    }

    @Override
    public List<ComplexChunk> read(ResultSet rows) throws SQLException {
        List<ComplexChunk> chunks = new ArrayList<>();
        while (rows.next()) {
            chunks.add(new ComplexChunk(
                    rows.getString(1),
                    rows.getString(2),
                    rows.getString(3),
                    rows.getString(4),
                    rows.getInt(5),
                    rows.getInt(6),
                    rows.getInt(7)));
        }
        return chunks;
    }
}
