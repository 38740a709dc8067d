package io.mnemolite.postgres.graph;

import io.mnemolite.core.graph.GraphCursor;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Timestamps;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The part of a statement that selects nodes newest first: of some types, from a cursor on, some at most.
 *
 * @param types of any if empty
 */
record NewestNodes(Set<String> types, @Nullable GraphCursor after, int limit) {

    String sql() {
        StringBuilder sql =
                new StringBuilder("select %s from mnemolite.graph_node where true".formatted(GraphRows.NODE));
        // The first comparison is what the index knows, the second is exact. Of one type, the index knows the order
        // too.
        if (types.size() == 1) {
            sql.append(" and left(type, 64) = left(?, 64) and type = ?");
        } else if (!types.isEmpty()) {
            sql.append(" and left(type, 64) = any(select left(name, 64) from unnest(?::text[]) as name)")
                    .append(" and type = any(?::text[])");
        }
        if (after != null) {
            sql.append(" and created_at <= ?::timestamptz and (created_at < ?::timestamptz or id > ?)");
        }
        return sql.append(" order by created_at desc, id limit ?").toString();
    }

    void bind(Parameters parameters) throws SQLException {
        if (types.size() == 1) {
            String type = types.iterator().next();
            parameters.text(type).text(type);
        } else if (!types.isEmpty()) {
            parameters.array("text", types.toArray()).array("text", types.toArray());
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
