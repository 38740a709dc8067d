package io.mnemolite.postgres.code.graph;

import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Sums the call sites of a repository that have no edge and may lead into it. */
record SumUnresolved(String repository) implements Query<Long> {

    private static final String SQL =
            "select coalesce(sum(unresolved), 0) from mnemolite.code_file where repository = ?";

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters.text(repository);
    }

    @Override
    public Long read(ResultSet rows) throws SQLException {
        rows.next();
        return rows.getLong(1);
    }
}
