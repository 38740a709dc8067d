package io.mnemolite.postgres.event;

import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.MadeVector;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Sets the vectors of those events that await one and have the revision it was made from; their ids in order. */
record FillVectors(List<MadeVector> vectors) implements Query<List<EventId>> {

    /** Locked in the order of their ids, so that two batches with events in common wait instead of colliding. */
    private static final String SQL = """
            with made as (
                select * from unnest(?::uuid[], ?::bigint[], ?::bytea[], ?::text[])
                    as made (id, revision, embedding, embedding_model)
            ), target as (
                select event.id from mnemolite.event join made using (id)
                where event.revision = made.revision and event.awaits_vector
                order by id for update of event
            ), changed as (
                update mnemolite.event
                set embedding = made.embedding, embedding_model = made.embedding_model, awaits_vector = false,
                    vector_revision = vector_revision + 1
                from made join target using (id) where event.id = made.id
                returning event.id, event.revision, event.vector_revision
            ), %s
            select id from changed order by id
            """.formatted(ChangeRows.OF_CHANGED);

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters
                .uuids(EventIds.values(vectors.stream().map(MadeVector::id).toList()))
                .array("bigint", vectors.stream().map(MadeVector::revision).toArray());
        VectorColumns.bind(vectors, MadeVector::vector, parameters);
    }

    @Override
    public List<EventId> read(ResultSet rows) throws SQLException {
        return EventIds.readAll(rows);
    }
}
