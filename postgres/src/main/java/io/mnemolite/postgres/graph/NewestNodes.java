package io.mnemolite.postgres.graph;

import io.mnemolite.core.graph.GraphCursor;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Timestamps;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The part of a statement that selects nodes newest first: of a type, from a cursor on, some at most. */
record NewestNodes(@Nullable String type, @Nullable GraphCursor after, int limit) {

    String sql() {
        StringBuilder sql =
                new StringBuilder("select %s from mnemolite.graph_node where true".formatted(GraphRows.NODE));
        if (type != null) {
            // The first comparison is what the index knows, the second is exact.
            sql.append(" and left(type, 64) = left(?, 64) and type = ?");
        }
        if (after != null) {
            sql.append(" and created_at <= ?::timestamptz and (created_at < ?::timestamptz or id > ?)");
        }
        return sql.append(" order by created_at desc, id limit ?").toString();
    }

    void bind(Parameters parameters) throws SQLException {
        if (type != null) {
            parameters.text(type).text(type);
        }
        if (after != null) {
            parameters
                    .instant(Timestamps.floor(after.createdAt()))
                    .instant(Timestamps.floor(after.createdAt()))
                    .uuid(after.id());
        }
        parameters.number(limit);
    }
}
