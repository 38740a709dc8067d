package io.mnemolite.postgres.graph;

import io.mnemolite.core.graph.Subgraph;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The newest nodes and the edges between them. */
record FindNewest(NewestNodes nodes) implements Query<Subgraph> {

    @Override
    public String sql() {
        return "with newest as (" + nodes.sql() + "), " + SubgraphRows.sql("select newest.*, 0 as depth from newest");
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        nodes.bind(parameters);
    }

    @Override
    public Subgraph read(ResultSet rows) throws SQLException {
        return SubgraphRows.read(rows);
    }
}
