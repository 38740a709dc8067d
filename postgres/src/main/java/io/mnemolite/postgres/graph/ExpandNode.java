package io.mnemolite.postgres.graph;

import io.mnemolite.core.graph.GraphStore;
import io.mnemolite.core.graph.NodeId;
import io.mnemolite.core.graph.Subgraph;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What can be reached from a node over a few edges in either direction. The recursion meets a node at most once per depth,
 * whatever the number of paths to it.
 */
record ExpandNode(NodeId start, int depth) implements Query<Subgraph> {

    private static final String SQL = """
            with recursive reached (id, depth) as (
                select id, 0 from mnemolite.graph_node where id = ?
                union
                select neighbour.id, reached.depth + 1
                from reached
                cross join lateral (
                    select target as id from mnemolite.graph_edge where source = reached.id
                    union all
                    select source from mnemolite.graph_edge where target = reached.id
                ) as neighbour
                where reached.depth < ?
            ), nearest as (
                select id, min(depth) as depth from reached group by id
            ), %s
            """.formatted(SubgraphRows.sql("""
                    select graph_node.*, nearest.depth
                    from nearest join mnemolite.graph_node using (id)
                    order by nearest.depth, created_at desc, id limit %s
                    """.formatted(GraphStore.MAX_REACHED)));

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters.uuid(start.value()).number(depth);
    }

    @Override
    public Subgraph read(ResultSet rows) throws SQLException {
        return SubgraphRows.read(rows);
    }
}
