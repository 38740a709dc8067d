package io.mnemolite.postgres.graph;

import io.mnemolite.core.graph.EdgeId;
import io.mnemolite.core.graph.GraphEdge;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Finds an edge by id. */
record FindEdge(EdgeId id) implements Query<Optional<GraphEdge>> {

    private static final String SQL = "select " + GraphRows.EDGE + " from mnemolite.graph_edge where id = ?";

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters.uuid(id.value());
    }

    @Override
    public Optional<GraphEdge> read(ResultSet rows) throws SQLException {
        return rows.next() ? Optional.of(GraphRows.edge(rows)) : Optional.empty();
    }
}
