package io.mnemolite.postgres.graph;

import io.mnemolite.core.graph.GraphNode;
import io.mnemolite.core.graph.NodeId;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** Finds nodes by their ids, newest first. */
record FindNodes(Set<NodeId> ids) implements Query<List<GraphNode>> {

    private static final String SQL =
            "select " + GraphRows.NODE + " from mnemolite.graph_node where id = any(?) order by created_at desc, id";

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters.uuids(ids.stream().map(NodeId::value).toList());
    }

    @Override
    public List<GraphNode> read(ResultSet rows) throws SQLException {
        return GraphRows.nodes(rows);
    }
}
