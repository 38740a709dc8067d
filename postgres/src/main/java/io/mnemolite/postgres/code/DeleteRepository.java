package io.mnemolite.postgres.code;

import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Deletes what is noted of a repository itself, after whoever writes its files; whether anything was. */
record DeleteRepository(String repository) implements Query<Boolean> {

    private static final String SQL = """
            with forgotten as (
                delete from mnemolite.code_problem where repository = ?
            )
            delete from mnemolite.code_repository where name = ? returning true
            """;

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters.text(repository).text(repository);
    }

    @Override
    public Boolean read(ResultSet rows) throws SQLException {
        return rows.next();
    }
}
