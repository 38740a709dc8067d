package io.mnemolite.postgres.event;

import io.mnemolite.core.event.EventId;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Deletes an event; whether it existed. */
record DeleteEvent(EventId id) implements Query<Boolean> {

    private static final String SQL = """
            with changed as (
                delete from mnemolite.event where id = ? returning id, revision, vector_revision
            ), %s
            select id from changed
            """.formatted(ChangeRows.OF_DELETED);

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters.uuid(id.value());
    }

    @Override
    public Boolean read(ResultSet rows) throws SQLException {
        return rows.next();
    }
}
