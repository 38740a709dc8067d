package io.mnemolite.postgres.event;

import io.mnemolite.core.event.Event;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Events that await a vector, oldest id first. */
record FindAwaitingEvents(int limit) implements Query<List<Event>> {

    private static final String SQL =
            "select " + EventRow.COLUMNS + " from mnemolite.event where awaits_vector order by id limit ?";

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters.number(limit);
    }

    @Override
    public List<Event> read(ResultSet rows) throws SQLException {
        return EventRow.readAll(rows);
    }
}
