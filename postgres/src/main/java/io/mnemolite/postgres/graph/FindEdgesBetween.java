package io.mnemolite.postgres.graph;

import io.mnemolite.core.graph.GraphEdge;
import io.mnemolite.core.graph.NodeId;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The edges whose both ends are among some nodes, newest first. */
record FindEdgesBetween(Set<NodeId> nodes, int limit) implements Query<List<GraphEdge>> {

    private static final String SQL = """
            select %s from mnemolite.graph_edge
            where source = any(?) and target = any(?)
            order by created_at desc, id limit ?
            """.formatted(GraphRows.EDGE);

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        List<UUID> ids = nodes.stream().map(NodeId::value).toList();
        parameters.uuids(ids).uuids(ids).number(limit);
    }

    @Override
    public List<GraphEdge> read(ResultSet rows) throws SQLException {
        return GraphRows.edges(rows);
    }
}
