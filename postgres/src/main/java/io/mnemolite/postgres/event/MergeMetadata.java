package io.mnemolite.postgres.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.UpdateOutcome;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;

/** Merges the patch's top-level keys into an event's metadata. */
record MergeMetadata(EventId id, ObjectNode patch, OptionalLong ifRevision) implements Query<UpdateOutcome> {

    private static final String SQL = LockedUpdate.sql("metadata = event.metadata || ?::jsonb");

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters.uuid(id.value()).json(patch).numberOrNull(ifRevision.isPresent() ? ifRevision.getAsLong() : null);
    }

    @Override
    public UpdateOutcome read(ResultSet rows) throws SQLException {
        return LockedUpdate.read(rows);
    }
}
