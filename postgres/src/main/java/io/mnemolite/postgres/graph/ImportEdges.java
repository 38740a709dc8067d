package io.mnemolite.postgres.graph;

import io.mnemolite.core.graph.GraphEdge;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Inserts those edges whose ids are free and whose ends exist; how many. */
record ImportEdges(List<GraphEdge> edges) implements Query<Integer> {

    private static final String SQL = """
            with changed as (
                insert into mnemolite.graph_edge (%1$s)
                select %1$s from %2$s
                where exists (select from mnemolite.graph_node where graph_node.id = draft.source)
                    and exists (select from mnemolite.graph_node where graph_node.id = draft.target)
                on conflict (id) do nothing
                returning id
            ), %3$s
            select count(*) from changed
            """.formatted(GraphRows.EDGE, GraphRows.EDGE_DRAFTS, GraphRows.LOGGED);

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        GraphRows.bindEdges(edges, parameters);
    }

    @Override
    public Integer read(ResultSet rows) throws SQLException {
        rows.next();
        return rows.getInt(1);
    }
}
