package io.mnemolite.postgres.event;

import io.mnemolite.core.event.EventId;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Deletes up to {@code limit} events that meet the condition; their ids. */
record DeleteMatchingEvents(EventCondition condition, int limit) implements Query<List<EventId>> {

    @Override
    public String sql() {
        // Locked before they are counted against the limit: fewer than asked for means that none is left.
        return """
                with target as (
                    select id from mnemolite.event where %s limit ? for update
                ), changed as (
                    delete from mnemolite.event as event using target where event.id = target.id
                    returning event.id, event.revision, event.vector_revision
                ), %s
                select id from changed
                """.formatted(condition.sql(), ChangeRows.OF_DELETED);
    }

    @Override
    public boolean isPlannedByValues() {
        return true;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        condition.bind(parameters).number(limit);
    }

    @Override
    public List<EventId> read(ResultSet rows) throws SQLException {
        return EventIds.readAll(rows);
    }
}
