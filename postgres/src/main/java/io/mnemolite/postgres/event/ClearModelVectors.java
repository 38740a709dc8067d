package io.mnemolite.postgres.event;

import io.mnemolite.core.event.EventId;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Clears vectors made by models, of ids greater than {@code after}, and has them awaited; the ids in their order. */
record ClearModelVectors(@Nullable EventId after, int limit) implements Query<List<EventId>> {

    private static final String FIRST = sql("true");
    private static final String NEXT = sql("id > ?");

    private static String sql(String place) {
        return """
            with target as (
                select id from mnemolite.event where %s and embedding_model <> 'client'
                order by id limit ? for update
            ), changed as (
                update mnemolite.event as event
                set embedding = null, embedding_model = null, awaits_vector = true,
                    vector_revision = vector_revision + 1
                from target where event.id = target.id
                returning event.id, event.revision, event.vector_revision
            ), %s
            select id from changed order by id
            """.formatted(place, ChangeRows.OF_CHANGED);
    }

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
    public List<EventId> read(ResultSet rows) throws SQLException {
        return EventIds.readAll(rows);
    }
}
