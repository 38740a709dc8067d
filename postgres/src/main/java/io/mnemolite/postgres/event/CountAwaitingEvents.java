package io.mnemolite.postgres.event;

import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Counts the events that await a vector. */
record CountAwaitingEvents() implements Query<Long> {

    private static final String SQL = "select count(*) from mnemolite.event where awaits_vector";

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) {
        // No values.
    }

    @Override
    public Long read(ResultSet rows) throws SQLException {
        rows.next();
        return rows.getLong(1);
    }
}
