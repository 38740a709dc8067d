package io.mnemolite.postgres.event;

import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventId;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Finds the event of an id. */
record FindEvent(EventId id) implements Query<Optional<Event>> {

    private static final String SQL = "select " + EventRow.COLUMNS + " from mnemolite.event where id = ?";

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters.uuid(id.value());
    }

    @Override
    public Optional<Event> read(ResultSet rows) throws SQLException {
        return EventRow.readFirst(rows);
    }
}
