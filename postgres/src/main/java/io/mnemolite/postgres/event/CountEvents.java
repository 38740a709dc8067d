package io.mnemolite.postgres.event;

import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Counts the events that meet the condition. */
record CountEvents(EventCondition condition) implements Query<Long> {

    @Override
    public String sql() {
        return "select count(*) from mnemolite.event where " + condition.sql();
    }

    @Override
    public boolean isPlannedByValues() {
        return true;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        condition.bind(parameters);
    }

    @Override
    public Long read(ResultSet rows) throws SQLException {
        rows.next();
        return rows.getLong(1);
    }
}
