package io.mnemolite.postgres.code.graph;

import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;

/** Counts the call sites of a repository that name one of these in vain. */
record CountUnresolved(String repository, Collection<String> names) implements Query<Long> {

    private static final String SQL = """
            select coalesce(sum(sites), 0)
            from mnemolite.code_unresolved as unresolved
            join mnemolite.code_file as file on file.id = unresolved.file_id
            where left(unresolved.name, 64) = any (?) and unresolved.name = any (?) and file.repository = ?
            """;

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters
                .array("text", names.stream().map(CountUnresolved::cut).toArray())
                .array("text", names.toArray())
                .text(repository);
    }

    private static String cut(String name) {
        return name.length() <= 64 ? name : name.substring(0, 64);
    }

    @Override
    public Long read(ResultSet rows) throws SQLException {
        rows.next();
        return rows.getLong(1);
    }
}
