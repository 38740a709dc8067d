package io.mnemolite.postgres.graph;

import io.mnemolite.core.event.IdempotencyKey;
import io.mnemolite.core.graph.GraphNode;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import io.mnemolite.postgres.idempotency.KeyClaim;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Inserts a node whose id is free, and claims the key, if there is one; empty when nothing was inserted. */
record InsertNode(GraphNode node, @Nullable IdempotencyKey key) implements Query<Optional<GraphNode>> {

    private static final String IS_FREE = "not exists (select from mnemolite.graph_node where id = ?)";

    private static final String SQL = """
            with changed as (
                insert into mnemolite.graph_node (%1$s) select %1$s from %2$s where %3$s returning %1$s
            ), %4$s
            select %1$s from changed
            """.formatted(GraphRows.NODE, GraphRows.NODE_DRAFTS, IS_FREE, GraphRows.LOGGED);

    private static final String SQL_ONCE =
            """
            with %2$s, changed as (
                insert into mnemolite.graph_node (%1$s) select %1$s from %3$s where exists (select from claimed)
                returning %1$s
            ), %4$s
            select %1$s from changed
            """.formatted(GraphRows.NODE, KeyClaim.sql(IS_FREE), GraphRows.NODE_DRAFTS, GraphRows.LOGGED);

    @Override
    public String sql() {
        return key == null ? SQL : SQL_ONCE;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        if (key == null) {
            GraphRows.bindNodes(List.of(node), parameters);
            parameters.uuid(node.id().value());
        } else {
            KeyClaim.bind(key, List.of(node.id().value()), parameters)
                    .uuid(node.id().value());
            GraphRows.bindNodes(List.of(node), parameters);
        }
    }

    @Override
    public Optional<GraphNode> read(ResultSet rows) throws SQLException {
        return rows.next() ? Optional.of(GraphRows.node(rows)) : Optional.empty();
    }
}
