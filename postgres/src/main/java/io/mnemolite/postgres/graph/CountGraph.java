package io.mnemolite.postgres.graph;

import io.mnemolite.core.graph.GraphCensus;
import io.mnemolite.core.graph.GraphCensus.Tally;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Counts nodes by type and edges by relation; the sums stand in each row. */
record CountGraph(int names) implements Query<GraphCensus> {

    private static final String SQL = """
            with type as (
                select type as name, count(*) as count from mnemolite.graph_node group by type
            ), relation as (
                select relation as name, count(*) as count from mnemolite.graph_edge group by relation
            )
            (select true as is_type, name, count, (sum(count) over ())::bigint as total
                from type order by count desc, name collate "C" limit ?)
            union all
            (select false, name, count, (sum(count) over ())::bigint
                from relation order by count desc, name collate "C" limit ?)
            """;

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters.number(names).number(names);
    }

    @Override
    public GraphCensus read(ResultSet rows) throws SQLException {
        long nodes = 0;
        long edges = 0;
        List<Tally> types = new ArrayList<>();
        List<Tally> relations = new ArrayList<>();
        while (rows.next()) {
            Tally tally = new Tally(rows.getString(2), rows.getLong(3));
            if (rows.getBoolean(1)) {
                types.add(tally);
                nodes = rows.getLong(4);
            } else {
                relations.add(tally);
                edges = rows.getLong(4);
            }
        }
        return new GraphCensus(nodes, edges, types, relations);
    }
}
