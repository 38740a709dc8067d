package io.mnemolite.postgres.event;

import io.mnemolite.core.event.EventId;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;

/** Those of the ids whose events meet the condition. */
record MatchEvents(Collection<EventId> ids, EventCondition condition) implements Query<Set<EventId>> {

    @Override
    public String sql() {
        return "select id from mnemolite.event where id = any (?) and " + condition.sql();
    }

    @Override
    public boolean isPlannedByValues() {
        return true;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        condition.bind(parameters.uuids(EventIds.values(ids)));
    }

    @Override
    public Set<EventId> read(ResultSet rows) throws SQLException {
        return Set.copyOf(EventIds.readAll(rows));
    }
}
