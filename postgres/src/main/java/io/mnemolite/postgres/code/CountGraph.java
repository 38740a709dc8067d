package io.mnemolite.postgres.code;

import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Counts the symbols and edges of a repository. */
record CountGraph(String repository) implements Query<CountGraph.Counts> {

    private static final String SQL = """
            with file as materialized (
                select id from mnemolite.code_file where repository = ?
            )
            select
                (select count(*) from mnemolite.code_symbol where file_id in (select id from file)),
                (select count(*) from mnemolite.code_edge where file_id in (select id from file))
            """;

    record Counts(long nodes, long edges) {}

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters.text(repository);
    }

    @Override
    public Counts read(ResultSet rows) throws SQLException {
        rows.next();
        return new Counts(rows.getLong(1), rows.getLong(2));
    }
}
