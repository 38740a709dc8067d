package io.mnemolite.postgres.graph;

import io.mnemolite.core.graph.GraphCursor;
import io.mnemolite.core.graph.GraphEdge;
import io.mnemolite.core.graph.NodeId;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import io.mnemolite.postgres.connection.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Edges newest first: at a node, from a cursor on, some at most. */
record ListEdges(@Nullable NodeId end, @Nullable GraphCursor after, int limit) implements Query<List<GraphEdge>> {

    @Override
    public String sql() {
        StringBuilder sql =
                new StringBuilder("select %s from mnemolite.graph_edge where true".formatted(GraphRows.EDGE));
        if (end != null) {
            sql.append(" and (source = ? or target = ?)");
        }
        if (after != null) {
            sql.append(" and created_at <= ?::timestamptz and (created_at < ?::timestamptz or id > ?)");
        }
        return sql.append(" order by created_at desc, id limit ?").toString();
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        if (end != null) {
            parameters.uuid(end.value()).uuid(end.value());
        }
        if (after != null) {
            parameters
                    .instant(Timestamps.floor(after.createdAt()))
                    .instant(Timestamps.floor(after.createdAt()))
                    .uuid(after.id());
        }
        parameters.number(limit);
    }

    @Override
    public List<GraphEdge> read(ResultSet rows) throws SQLException {
        return GraphRows.edges(rows);
    }
}
