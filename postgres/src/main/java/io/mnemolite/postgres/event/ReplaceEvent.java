package io.mnemolite.postgres.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.core.embedding.StoredVector;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.UpdateOutcome;
import io.mnemolite.core.event.VectorChange;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Replaces an event's content and metadata, and does to its vector what is asked. */
record ReplaceEvent(EventId id, ObjectNode content, ObjectNode metadata, VectorChange vector, OptionalLong ifRevision)
        implements Query<UpdateOutcome> {

    private static final String SQL = LockedUpdate.sql("""
            content = ?::jsonb, metadata = ?::jsonb,
            embedding = case when ? then event.embedding else ? end,
            embedding_model = case when ? then event.embedding_model else ? end,
            awaits_vector = case when ? then event.awaits_vector else ? end""");

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters.uuid(id.value()).json(content).json(metadata);
        switch (vector) {
            case VectorChange.Keep() -> bind(parameters, true, null, false);
            case VectorChange.Set(StoredVector made) -> bind(parameters, false, made, false);
            case VectorChange.Clear(boolean awaited) -> bind(parameters, false, null, awaited);
        }
        parameters.numberOrNull(ifRevision.isPresent() ? ifRevision.getAsLong() : null);
    }

    private static void bind(Parameters parameters, boolean keep, @Nullable StoredVector made, boolean awaited)
            throws SQLException {
        parameters
                .flag(keep)
                .bytes(made == null ? null : made.vector().toLittleEndian())
                .flag(keep)
                .text(made == null ? null : made.model())
                .flag(keep)
                .flag(awaited);
    }

    @Override
    public UpdateOutcome read(ResultSet rows) throws SQLException {
        return LockedUpdate.read(rows);
    }
}
