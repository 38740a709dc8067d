package io.mnemolite.postgres.legacy;

import io.mnemolite.core.embedding.EmbeddingSpace;
import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.embedding.StoredVector;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.EventDraft;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.LegacyEvents;
import io.mnemolite.postgres.DatabaseAddress;
import io.mnemolite.postgres.connection.Failures;
import io.mnemolite.postgres.connection.Json;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * v1's tables {@code public.events}, {@code nodes} and {@code edges}, over one read-only connection. Content, metadata and
 * vector are read as text, so that neither the vector extension nor the exact column types matter.
 */
public final class V1Events implements LegacyEvents {

    private final Connection connection;

    private V1Events(Connection connection) {
        this.connection = connection;
    }

    /**
     * @throws MnemoliteException with {@link ErrorCode#BAD_REQUEST} when there is no table of events or the URL is wrong, with
     *     {@link ErrorCode#UNAVAILABLE} when nothing answers there
     */
    public static V1Events open(String url) {
        V1Events events = new V1Events(connect(DatabaseAddress.parse(url, "The url", ErrorCode.BAD_REQUEST)));
        try {
            events.connection.setReadOnly(true);
            if (!events.exists("events")) {
                throw new MnemoliteException(
                        ErrorCode.BAD_REQUEST,
                        "The database has no table public.events, so it is none of v1; check the url.");
            }
            return events;
        } catch (SQLException e) {
            events.close();
            throw Failures.of(e);
        } catch (RuntimeException e) {
            events.close();
            throw e;
        }
    }

    private static Connection connect(DatabaseAddress address) {
        try {
            return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
        } catch (SQLException e) {
            String state = e.getSQLState() == null ? "" : e.getSQLState();
            throw switch (state) {
                case "28P01", "28000" ->
                    new MnemoliteException(
                            ErrorCode.BAD_REQUEST,
                            "The v1 database refuses the user or the password; correct the url.",
                            e);
                case "3D000" ->
                    new MnemoliteException(
                            ErrorCode.BAD_REQUEST, "The v1 server has no database of that name; correct the url.", e);
                case "08001", "08004", "08006" ->
                    new MnemoliteException(
                            ErrorCode.UNAVAILABLE,
                            "The v1 database cannot be reached; start it, or correct the url.",
                            e);
                default -> Failures.of(e);
            };
        }
    }

    @Override
    public long count() {
        return number("select count(*) from public.events");
    }

    @Override
    public GraphSize graph() {
        return new GraphSize(
                exists("nodes") ? number("select count(*) from public.nodes") : 0,
                exists("edges") ? number("select count(*) from public.edges") : 0);
    }

    @Override
    public List<EventDraft> after(@Nullable EventId after, int limit) {
        try (PreparedStatement statement = connection.prepareStatement("""
                select id, timestamp at time zone 'UTC', content::text, metadata::text, embedding::text
                from public.events
                where id > ?
                order by id
                limit ?
                """)) {
            statement.setObject(1, after == null ? new UUID(0, 0) : after.value());
            statement.setInt(2, limit);
            try (ResultSet rows = statement.executeQuery()) {
                List<EventDraft> events = new ArrayList<>();
                while (rows.next()) {
                    events.add(event(rows));
                }
                return events;
            }
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    private static EventDraft event(ResultSet rows) throws SQLException {
        String metadata = rows.getString(4);
        EmbeddingVector vector = vector(rows.getString(5));
        return new EventDraft(
                new EventId(rows.getObject(1, UUID.class)),
                rows.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                Json.read(rows.getString(3)),
                Json.read(metadata == null ? "{}" : metadata),
                vector == null ? null : new StoredVector(StoredVector.CLIENT, vector),
                vector == null);
    }

    /** {@code [0.1,0.2]} of the vector extension or {@code {0.1,0.2}} of an array; null when there is none to keep. */
    static @Nullable EmbeddingVector vector(@Nullable String text) {
        if (text == null || text.length() < 3) {
            return null;
        }
        String[] numbers = text.substring(1, text.length() - 1).split(",", -1);
        if (numbers.length > EmbeddingSpace.MAX_DIMENSION) {
            return null;
        }
        float[] values = new float[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            values[i] = Float.parseFloat(numbers[i].strip());
        }
        return EmbeddingVector.of(values);
    }

    private boolean exists(String table) {
        return number("select count(*) from pg_tables where schemaname = 'public' and tablename = '" + table + "'") > 0;
    }

    private long number(String sql) {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }
}
