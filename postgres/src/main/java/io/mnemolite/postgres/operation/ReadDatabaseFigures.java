package io.mnemolite.postgres.operation;

import io.mnemolite.core.operation.StoreMonitor.DatabaseFigures;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads the size of the database, how much of it was found in memory, and how many connections work at the moment. */
record ReadDatabaseFigures() implements Query<DatabaseFigures> {

    private static final String SQL = """
            select pg_database_size(current_database()),
                coalesce(blks_hit::float8 / nullif(blks_hit + blks_read, 0), 1),
                (select count(*) from pg_stat_activity where datname = current_database() and state = 'active')
            from pg_stat_database where datname = current_database()
            """;

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) {
        // No values.
    }

    @Override
    public DatabaseFigures read(ResultSet rows) throws SQLException {
        rows.next();
        return new DatabaseFigures(rows.getLong(1), rows.getDouble(2), rows.getInt(3));
    }
}
