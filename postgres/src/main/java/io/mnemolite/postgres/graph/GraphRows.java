package io.mnemolite.postgres.graph;

import io.mnemolite.core.graph.EdgeId;
import io.mnemolite.core.graph.GraphEdge;
import io.mnemolite.core.graph.GraphNode;
import io.mnemolite.core.graph.NodeId;
import io.mnemolite.postgres.connection.Json;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Nodes and edges as rows of results and of statements. */
final class GraphRows {

    /** To be selected first, in this order. */
    static final String NODE = "id, type, label, properties, created_at";

    /** To be selected first, in this order. */
    static final String EDGE = "id, source, target, relation, properties, created_at";

    /** A table of name {@code draft} with the columns of {@link #NODE}. */
    static final String NODE_DRAFTS = """
            unnest(?::uuid[], ?::text[], ?::text[], ?::text[]::jsonb[], ?::text[]::timestamptz[]) as draft (%s)
            """.formatted(NODE);

    /** A table of name {@code draft} with the columns of {@link #EDGE}. */
    static final String EDGE_DRAFTS = """
            unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[]::jsonb[], ?::text[]::timestamptz[])
                as draft (%s)
            """.formatted(EDGE);

    /** A query of name {@code logged} that notes the rows of {@code changed} in the change log. */
    static final String LOGGED = logged(false);

    /** As {@link #LOGGED}, where the rows are gone. */
    static final String LOGGED_DELETION = logged(true);

    private GraphRows() {}

    private static String logged(boolean deleted) {
        return """
                logged as (
                    insert into mnemolite.change (entity, id, deleted, revision, vector_revision)
                    select 3, id, %s, 1, 0 from changed
                )
                """.formatted(deleted);
    }

    static GraphNode node(ResultSet rows) throws SQLException {
        return new GraphNode(
                new NodeId(rows.getObject(1, UUID.class)),
                rows.getString(2),
                rows.getString(3),
                Json.read(rows.getString(4)),
                Timestamps.read(rows, 5));
    }

    static GraphEdge edge(ResultSet rows) throws SQLException {
        return new GraphEdge(
                new EdgeId(rows.getObject(1, UUID.class)),
                new NodeId(rows.getObject(2, UUID.class)),
                new NodeId(rows.getObject(3, UUID.class)),
                rows.getString(4),
                Json.read(rows.getString(5)),
                Timestamps.read(rows, 6));
    }

    static List<GraphNode> nodes(ResultSet rows) throws SQLException {
        List<GraphNode> nodes = new ArrayList<>();
        while (rows.next()) {
            nodes.add(node(rows));
        }
        return nodes;
    }

    static List<GraphEdge> edges(ResultSet rows) throws SQLException {
        List<GraphEdge> edges = new ArrayList<>();
        while (rows.next()) {
            edges.add(edge(rows));
        }
        return edges;
    }

    /** Adds the values of {@link #NODE_DRAFTS}. */
    static void bindNodes(List<GraphNode> nodes, Parameters parameters) throws SQLException {
        parameters
                .array("uuid", column(nodes, node -> node.id().value()))
                .array("text", column(nodes, GraphNode::type))
                .array("text", nodes.stream().map(GraphNode::label).toArray())
                .array("text", column(nodes, node -> Json.write(node.properties())))
                .array("text", column(nodes, node -> Timestamps.write(node.createdAt())));
    }

    /** Adds the values of {@link #EDGE_DRAFTS}. */
    static void bindEdges(List<GraphEdge> edges, Parameters parameters) throws SQLException {
        parameters
                .array("uuid", column(edges, edge -> edge.id().value()))
                .array("uuid", column(edges, edge -> edge.source().value()))
                .array("uuid", column(edges, edge -> edge.target().value()))
                .array("text", column(edges, GraphEdge::relation))
                .array("text", column(edges, edge -> Json.write(edge.properties())))
                .array("text", column(edges, edge -> Timestamps.write(edge.createdAt())));
    }

    private static <T> Object[] column(List<T> items, Function<T, Object> value) {
        return items.stream().map(value).toArray();
    }
}
