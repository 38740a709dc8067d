package io.mnemolite.postgres.event;

import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventCursor;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import io.mnemolite.postgres.connection.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The events that meet the condition and come after the cursor, newest first. */
record ListEvents(EventCondition condition, EventCursor after, int limit) implements Query<List<Event>> {

    @Override
    public String sql() {
        // The first comparison is what the index can start at; the second excludes equal times up to the id.
        return "select " + EventRow.COLUMNS + " from mnemolite.event where " + condition.sql()
                + " and occurred_at <= ?::timestamptz and (occurred_at < ?::timestamptz or id > ?)"
                + " order by occurred_at desc, id limit ?";
    }

    @Override
    public boolean isPlannedByValues() {
        return true;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        condition
                .bind(parameters)
                .instant(Timestamps.floor(after.timestamp()))
                .instant(Timestamps.floor(after.timestamp()))
                .uuid(after.id().value())
                .number(limit);
    }

    @Override
    public List<Event> read(ResultSet rows) throws SQLException {
        return EventRow.readAll(rows);
    }
}
