package io.mnemolite.postgres.legacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.core.graph.EdgeId;
import io.mnemolite.core.graph.GraphEdge;
import io.mnemolite.core.graph.GraphNode;
import io.mnemolite.core.graph.NodeId;
import io.mnemolite.postgres.connection.Failures;
import io.mnemolite.postgres.connection.Json;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A table of nodes or edges, each row read as one JSON object, so that columns may be missing or be called by any of the
 * names that deployments used.
 */
final class V1GraphTable {

    private static final List<String> NODE_ID = List.of("node_id", "id");
    private static final List<String> EDGE_ID = List.of("edge_id", "id");
    private static final List<String> TYPE = List.of("node_type", "type");
    private static final List<String> RELATION = List.of("relation_type", "relationship", "relation", "edge_type");
    private static final List<String> SOURCE = List.of("source_node_id", "source_node", "source_id", "source");
    private static final List<String> TARGET = List.of("target_node_id", "target_node", "target_id", "target");
    private static final List<String> PROPERTIES = List.of("properties", "props", "metadata");

    private final Connection connection;
    private final String table;
    private final @Nullable String idColumn;

    private V1GraphTable(Connection connection, String table, List<String> idColumns) throws SQLException {
        this.connection = connection;
        this.table = table;
        this.idColumn = existing(idColumns);
    }

    static V1GraphTable nodes(Connection connection) throws SQLException {
        return new V1GraphTable(connection, "nodes", NODE_ID);
    }

    static V1GraphTable edges(Connection connection) throws SQLException {
        return new V1GraphTable(connection, "edges", EDGE_ID);
    }

    /** The first of these columns that the table has as a UUID; null when it has none, or there is no table. */
    private @Nullable String existing(List<String> columns) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select column_name from information_schema.columns
                where table_schema = 'public' and table_name = ? and data_type = 'uuid'
                """)) {
            statement.setString(1, table);
            List<String> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return columns.stream().filter(found::contains).findFirst().orElse(null);
        }
    }

    long count() {
        if (idColumn == null) {
            return 0;
        }
        try (PreparedStatement statement = connection.prepareStatement("select count(*) from public." + table);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    List<GraphNode> nodesAfter(@Nullable UUID after, int limit) {
        return after(after, limit).stream().map(V1GraphTable::node).toList();
    }

    /** Rows whose ends are no UUIDs are left out: nothing could show them. */
    List<GraphEdge> edgesAfter(@Nullable UUID after, int limit) {
        return after(after, limit).stream()
                .map(V1GraphTable::edge)
                .filter(Objects::nonNull)
                .toList();
    }

    private record Row(UUID id, ObjectNode columns) {}

    private List<Row> after(@Nullable UUID after, int limit) {
        if (idColumn == null) {
            return List.of();
        }
        // Both names are constants of this class.
        String sql = "select %1$s, to_jsonb(%2$s)::text from public.%2$s where %1$s > ? order by %1$s limit ?"
                .formatted(idColumn, table);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, after == null ? new UUID(0, 0) : after);
            statement.setInt(2, limit);
            List<Row> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new Row(rows.getObject(1, UUID.class), Json.read(rows.getString(2))));
                }
            }
            return found;
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    private static GraphNode node(Row row) {
        String type = text(row, TYPE);
        return new GraphNode(
                new NodeId(row.id()),
                type == null ? GraphNode.UNKNOWN_TYPE : type,
                text(row, List.of("label")),
                properties(row),
                createdAt(row));
    }

    private static @Nullable GraphEdge edge(Row row) {
        UUID source = uuid(text(row, SOURCE));
        UUID target = uuid(text(row, TARGET));
        if (source == null || target == null) {
            return null;
        }
        String relation = text(row, RELATION);
        return new GraphEdge(
                new EdgeId(row.id()),
                new NodeId(source),
                new NodeId(target),
                relation == null ? GraphEdge.ANY_RELATION : relation,
                properties(row),
                createdAt(row));
    }

    private static @Nullable String text(Row row, List<String> columns) {
        for (String column : columns) {
            JsonNode value = row.columns().path(column);
            if (value.isTextual() && !value.textValue().isBlank()) {
                return value.textValue();
            }
        }
        return null;
    }

    private static ObjectNode properties(Row row) {
        for (String column : PROPERTIES) {
            if (row.columns().path(column) instanceof ObjectNode properties) {
                return properties;
            }
        }
        return JsonNodeFactory.instance.objectNode();
    }

    /** Without a time, the oldest there is, so that newer things are shown first. */
    private static Instant createdAt(Row row) {
        String text = text(row, List.of("created_at"));
        if (text == null) {
            return Instant.EPOCH;
        }
        try {
            return OffsetDateTime.parse(text.matches(".*(Z|[+-]\\d\\d:\\d\\d)") ? text : text + "Z")
                    .toInstant();
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
