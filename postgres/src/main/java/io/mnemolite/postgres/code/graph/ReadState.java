package io.mnemolite.postgres.code.graph;

import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Whether a repository's edges are those of its files. */
record IsComplete(String repository) implements Query<Boolean> {

    private static final String SQL =
            "select count(*) from mnemolite.code_repository where name = ? and written <> resolved";

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters.text(repository);
    }

    @Override
    public Boolean read(ResultSet rows) throws SQLException {
        rows.next();
        return rows.getLong(1) == 0;
    }
}
