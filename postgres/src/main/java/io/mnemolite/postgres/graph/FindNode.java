package io.mnemolite.postgres.graph;

import io.mnemolite.core.graph.GraphNode;
import io.mnemolite.core.graph.NodeId;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Finds a node by id. */
record FindNode(NodeId id) implements Query<Optional<GraphNode>> {

    private static final String SQL = "select " + GraphRows.NODE + " from mnemolite.graph_node where id = ?";

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters.uuid(id.value());
    }

    @Override
    public Optional<GraphNode> read(ResultSet rows) throws SQLException {
        return rows.next() ? Optional.of(GraphRows.node(rows)) : Optional.empty();
    }
}
