package io.mnemolite.postgres.event;

import io.mnemolite.core.event.EventDraft;
import io.mnemolite.core.event.EventId;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Inserts those events whose ids are not stored, the first of each id; the ids inserted. */
record InsertMissingEvents(List<EventDraft> drafts) implements Query<List<EventId>> {

    private static final String SQL = """
            with changed as (
                insert into mnemolite.event (%1$s)
                select %1$s from %2$s
                order by place
                on conflict (id) do nothing
                returning id, revision, vector_revision
            ), %3$s
            select id from changed
            """.formatted(DraftRows.COLUMNS, DraftRows.TABLE, ChangeRows.OF_CHANGED);

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        DraftRows.bind(drafts, parameters);
    }

    @Override
    public List<EventId> read(ResultSet rows) throws SQLException {
        return EventIds.readAll(rows);
    }
}
