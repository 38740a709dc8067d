package io.mnemolite.postgres.event;

import io.mnemolite.core.event.Event;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** A page of the events that meet the condition, newest first. */
record FilterEvents(EventCondition condition, int limit, int offset) implements Query<List<Event>> {

    @Override
    public String sql() {
        return "select " + EventRow.COLUMNS + " from mnemolite.event where " + condition.sql()
                + " order by occurred_at desc, id limit ? offset ?";
    }

    @Override
    public boolean isPlannedByValues() {
        return true;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        condition.bind(parameters).number(limit).number(offset);
    }

    @Override
    public List<Event> read(ResultSet rows) throws SQLException {
        return EventRow.readAll(rows);
    }
}
