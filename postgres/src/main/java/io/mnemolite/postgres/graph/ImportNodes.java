package io.mnemolite.postgres.graph;

import io.mnemolite.core.graph.GraphNode;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Inserts those nodes whose ids are free; how many. */
record ImportNodes(List<GraphNode> nodes) implements Query<Integer> {

    private static final String SQL = """
            with changed as (
                insert into mnemolite.graph_node (%1$s) select %1$s from %2$s on conflict (id) do nothing returning id
            ), %3$s
            select count(*) from changed
            """.formatted(GraphRows.NODE, GraphRows.NODE_DRAFTS, GraphRows.LOGGED);

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        GraphRows.bindNodes(nodes, parameters);
    }

    @Override
    public Integer read(ResultSet rows) throws SQLException {
        rows.next();
        return rows.getInt(1);
    }
}
