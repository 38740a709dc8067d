package io.mnemolite.postgres.graph;

import io.mnemolite.core.graph.GraphNode;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Nodes newest first. */
record ListNodes(NewestNodes nodes) implements Query<List<GraphNode>> {

    @Override
    public String sql() {
        return nodes.sql();
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        nodes.bind(parameters);
    }

    @Override
    public List<GraphNode> read(ResultSet rows) throws SQLException {
        return GraphRows.nodes(rows);
    }
}
