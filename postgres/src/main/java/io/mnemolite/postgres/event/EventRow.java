package io.mnemolite.postgres.event;

import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.embedding.StoredVector;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventId;
import io.mnemolite.postgres.connection.Json;
import io.mnemolite.postgres.connection.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The columns that make an event, and how a row becomes one. */
public final class EventRow {

    /** To be selected first, in this order. */
    public static final String COLUMNS =
            "id, occurred_at, content, metadata, embedding, embedding_model, awaits_vector, revision, vector_revision";

    /** The position after {@link #COLUMNS}. */
    static final int NEXT_COLUMN = 10;

    private EventRow() {}

    static Event read(ResultSet rows) throws SQLException {
        return new Event(
                new EventId(rows.getObject(1, UUID.class)),
                Timestamps.read(rows, 2),
                Json.read(rows.getString(3)),
                Json.read(rows.getString(4)),
                vector(rows.getBytes(5), rows.getString(6)),
                rows.getBoolean(7),
                rows.getLong(8),
                rows.getLong(9));
    }

    private static @Nullable StoredVector vector(byte @Nullable [] embedding, @Nullable String model) {
        return embedding == null || model == null
                ? null
                : new StoredVector(model, EmbeddingVector.fromLittleEndian(embedding));
    }

    public static List<Event> readAll(ResultSet rows) throws SQLException {
        List<Event> events = new ArrayList<>();
        while (rows.next()) {
            events.add(read(rows));
        }
        return events;
    }

    static Optional<Event> readFirst(ResultSet rows) throws SQLException {
        return rows.next() ? Optional.of(read(rows)) : Optional.empty();
    }
}
