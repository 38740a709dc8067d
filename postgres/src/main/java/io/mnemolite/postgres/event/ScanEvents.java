package io.mnemolite.postgres.event;

import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventId;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events in the order of their ids. */
record ScanEvents(@Nullable EventId after, int limit) implements Query<List<Event>> {

    private static final String FIRST = "select " + EventRow.COLUMNS + " from mnemolite.event order by id limit ?";

    private static final String NEXT =
            "select " + EventRow.COLUMNS + " from mnemolite.event where id > ? order by id limit ?";

    @Override
    public String sql() {
        return after == null ? FIRST : NEXT;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        if (after != null) {
            parameters.uuid(after.value());
        }
        parameters.number(limit);
    }

    @Override
    public List<Event> read(ResultSet rows) throws SQLException {
        return EventRow.readAll(rows);
    }
}
