package io.mnemolite.postgres.event;

import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventDraft;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Inserts all events or none; the rows as stored, in no particular order. */
record InsertEvents(List<EventDraft> drafts) implements Query<List<Event>> {

    private static final String SQL =
            """
            with changed as (
                insert into mnemolite.event (%1$s)
                select %1$s from %2$s
                order by place
                returning %3$s
            ), %4$s
            select %3$s from changed
            """.formatted(DraftRows.COLUMNS, DraftRows.TABLE, EventRow.COLUMNS, ChangeRows.OF_CHANGED);

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        DraftRows.bind(drafts, parameters);
    }

    @Override
    public List<Event> read(ResultSet rows) throws SQLException {
        return EventRow.readAll(rows);
    }
}
