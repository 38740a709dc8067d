package io.mnemolite.postgres.code;

import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Counts a change of a repository's files, so that its edges are known to be behind. */
record CountWriting(String repository) implements Query<Boolean> {

    private static final String SQL =
            "update mnemolite.code_repository set written = written + 1 where name = ? returning true";

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
        return rows.next();
    }
}
