package io.mnemolite.postgres.code.graph;

import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Notes that a repository's edges are those of its files as they were at a count. */
record MarkComplete(String repository, long written) implements Query<Boolean> {

    private static final String SQL = """
            update mnemolite.code_repository set resolved = greatest(resolved, ?) where name = ? returning true
            """;

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters.number(written).text(repository);
    }

    @Override
    public Boolean read(ResultSet rows) throws SQLException {
        return rows.next();
    }
}
