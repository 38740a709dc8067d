package io.mnemolite.postgres.event;

import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventId;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** Finds the events of these ids. */
record FindEvents(Collection<EventId> ids) implements Query<List<Event>> {

    private static final String SQL =
            "select " + EventRow.COLUMNS + " from mnemolite.event where id = " + Parameters.ANY_UUID;

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters.uuids(EventIds.values(ids));
    }

    @Override
    public List<Event> read(ResultSet rows) throws SQLException {
        return EventRow.readAll(rows);
    }
}
