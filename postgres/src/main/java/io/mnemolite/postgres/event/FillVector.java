package io.mnemolite.postgres.event;

import io.mnemolite.core.embedding.StoredVector;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventId;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sets the vector of an event that awaits one and has this revision; without a vector it stops waiting. */
record FillVector(EventId id, long revision, @Nullable StoredVector vector) implements Query<Optional<Event>> {

    private static final String SQL = """
            with changed as (
                update mnemolite.event
                set embedding = ?, embedding_model = ?, awaits_vector = false, vector_revision = vector_revision + 1
                where id = ? and revision = ? and awaits_vector
                returning %1$s
            ), %2$s
            select %1$s from changed
            """.formatted(EventRow.COLUMNS, ChangeRows.OF_CHANGED);

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters
                .bytes(vector == null ? null : vector.vector().toLittleEndian())
                .text(vector == null ? null : vector.model())
                .uuid(id.value())
                .number(revision);
    }

    @Override
    public Optional<Event> read(ResultSet rows) throws SQLException {
        return EventRow.readFirst(rows);
    }
}
