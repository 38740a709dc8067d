package io.mnemolite.postgres.code;

import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * Notes that a repository is being indexed. Its row stays locked until the transaction ends, so that writings of one repository
 * follow one another and each sees what those before it left.
 */
record NoteIndexing(String repository, Instant at) implements Query<Boolean> {

    private static final String SQL = """
            insert into mnemolite.code_repository as known (name, last_indexed) values (?, ?::timestamptz)
            on conflict (name) do update set last_indexed = greatest(known.last_indexed, excluded.last_indexed)
            returning true
            """;

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters.text(repository).instant(at);
    }

    @Override
    public Boolean read(ResultSet rows) throws SQLException {
        return rows.next();
    }
}
