package io.mnemolite.postgres.legacy;

import io.mnemolite.core.embedding.EmbeddingSpace;
import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.embedding.StoredVector;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.EventDraft;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.graph.EdgeId;
import io.mnemolite.core.graph.GraphEdge;
import io.mnemolite.core.graph.GraphNode;
import io.mnemolite.core.graph.NodeId;
import io.mnemolite.core.operation.LegacyStore;
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
public final class V1Store implements LegacyStore {

    private final Connection connection;
    private final V1GraphTable nodes;
    private final V1GraphTable edges;

    private V1Store(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setReadOnly(true);
        if (!hasEvents()) {
            throw new MnemoliteException(
                    ErrorCode.BAD_REQUEST,
                    "The database has no table public.events, so it is none of v1; check the url.");
        }
        this.nodes = V1GraphTable.nodes(connection);
        this.edges = V1GraphTable.edges(connection);
    }

    /**
     * @throws MnemoliteException with {@link ErrorCode#BAD_REQUEST} when there is no table of events or the URL is wrong, with
     *     {@link ErrorCode#UNAVAILABLE} when nothing answers there
     */
    public static V1Store open(String url) {
        Connection connection = connect(DatabaseAddress.parse(url, "The url", ErrorCode.BAD_REQUEST));
        try {
            return new V1Store(connection);
        } catch (SQLException e) {
            close(connection);
            throw Failures.of(e);
        } catch (RuntimeException e) {
            close(connection);
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
        return number("select count(*) from public.events") + nodes.count() + edges.count();
    }

    @Override
    public List<GraphNode> nodesAfter(@Nullable NodeId after, int limit) {
        return nodes.nodesAfter(after == null ? null : after.value(), limit);
    }

    @Override
    public List<GraphEdge> edgesAfter(@Nullable EdgeId after, int limit) {
        return edges.edgesAfter(after == null ? null : after.value(), limit);
    }

    @Override
    public List<EventDraft> eventsAfter(@Nullable EventId after, int limit) {
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

    private boolean hasEvents() {
        return number("select count(*) from pg_tables where schemaname = 'public' and tablename = 'events'") > 0;
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
        close(connection);
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }
}
