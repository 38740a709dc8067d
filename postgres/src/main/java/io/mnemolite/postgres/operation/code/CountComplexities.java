package io.mnemolite.postgres.operation.code;

import io.mnemolite.core.operation.CodeStatistics.ComplexityCount;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Counts functions and methods by cyclomatic complexity, ascending. */
record CountComplexities() implements Query<List<ComplexityCount>> {

    private static final String SQL = """
            select (metadata ->> 'cyclomatic')::integer as cyclomatic, count(*) from mnemolite.code_chunk
            where chunk_type in ('function', 'method') group by cyclomatic order by cyclomatic
            """;

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) {}

    @Override
    public List<ComplexityCount> read(ResultSet rows) throws SQLException {
        List<ComplexityCount> counts = new ArrayList<>();
        while (rows.next()) {
            counts.add(new ComplexityCount(rows.getInt(1), rows.getLong(2)));
        }
        return counts;
    }
}
