package io.mnemolite.postgres.graph;

import io.mnemolite.core.graph.EdgeId;
import io.mnemolite.core.graph.GraphEdge;
import io.mnemolite.core.graph.GraphNode;
import io.mnemolite.core.graph.NodeId;
import io.mnemolite.core.graph.ReachedNode;
import io.mnemolite.core.graph.Subgraph;
import io.mnemolite.postgres.connection.Json;
import io.mnemolite.postgres.connection.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Nodes and the edges between them as rows of one statement, so that both are of one moment. */
final class SubgraphRows {

    private SubgraphRows() {}

    /**
     * What follows {@code with}: nodes first, in order, then edges newest first.
     *
     * @param shown a query of the nodes and their {@code depth}
     */
    static String sql(String shown) {
        return """
                shown as (
                    %s
                )
                select id, type, label, properties, created_at, depth, null::uuid as source, null::uuid as target
                from shown
                union all
                select id, relation, null, properties, created_at, null, source, target
                from mnemolite.graph_edge
                where source in (select id from shown) and target in (select id from shown)
                order by depth nulls last, created_at desc, id
                """.formatted(shown);
    }

    static Subgraph read(ResultSet rows) throws SQLException {
        List<ReachedNode> nodes = new ArrayList<>();
        List<GraphEdge> edges = new ArrayList<>();
        while (rows.next()) {
            int depth = rows.getInt(6);
            if (rows.wasNull()) {
                edges.add(new GraphEdge(
                        new EdgeId(rows.getObject(1, UUID.class)),
                        new NodeId(rows.getObject(7, UUID.class)),
                        new NodeId(rows.getObject(8, UUID.class)),
                        rows.getString(2),
                        Json.read(rows.getString(4)),
                        Timestamps.read(rows, 5)));
            } else {
                GraphNode node = GraphRows.node(rows);
                nodes.add(new ReachedNode(node, depth));
            }
        }
        return new Subgraph(nodes, edges);
    }
}
