package io.mnemolite.postgres.graph;

import io.mnemolite.core.graph.GraphNode;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Nodes in which a text stands; the best place first, then newest first. */
record SearchNodes(String text, int limit) implements Query<List<GraphNode>> {

    private static final String SQL = """
            with wanted as (select lower(?) as text)
            select %s from (
                select graph_node.*, case
                    when id::text = text or lower(label) = text then 0
                    when starts_with(id::text, text) or starts_with(lower(label), text) then 1
                    when strpos(lower(label), text) > 0 then 2
                    when exists (
                        select 1 from jsonb_path_query(properties, 'strict $.**') as value
                        where jsonb_typeof(value) = 'string' and strpos(lower(value #>> '{}'), text) > 0
                    ) then 3
                end as place
                from mnemolite.graph_node cross join wanted
            ) as placed
            where place is not null
            order by place, created_at desc, id limit ?
            """.formatted(GraphRows.NODE);

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters.text(text).number(limit);
    }

    @Override
    public List<GraphNode> read(ResultSet rows) throws SQLException {
        return GraphRows.nodes(rows);
    }
}
