package io.mnemolite.postgres.graph;

import io.mnemolite.core.event.IdempotencyKey;
import io.mnemolite.core.graph.GraphEdge;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import io.mnemolite.postgres.idempotency.KeyClaim;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Inserts an edge between nodes that exist, and claims the key, if there is one; empty when nothing was inserted. */
record InsertEdge(GraphEdge edge, @Nullable IdempotencyKey key) implements Query<Optional<GraphEdge>> {

    private static final String FITS = """
            not exists (select from mnemolite.graph_edge where id = ?)
                and exists (select from mnemolite.graph_node where id = ?)
                and exists (select from mnemolite.graph_node where id = ?)""";

    private static final String SQL = """
            with changed as (
                insert into mnemolite.graph_edge (%1$s) select %1$s from %2$s where %3$s returning %1$s
            ), %4$s
            select %1$s from changed
            """.formatted(GraphRows.EDGE, GraphRows.EDGE_DRAFTS, FITS, GraphRows.LOGGED);

    private static final String SQL_ONCE =
            """
            with %2$s, changed as (
                insert into mnemolite.graph_edge (%1$s) select %1$s from %3$s where exists (select from claimed)
                returning %1$s
            ), %4$s
            select %1$s from changed
            """.formatted(GraphRows.EDGE, KeyClaim.sql(FITS), GraphRows.EDGE_DRAFTS, GraphRows.LOGGED);

    @Override
    public String sql() {
        return key == null ? SQL : SQL_ONCE;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        if (key == null) {
            GraphRows.bindEdges(List.of(edge), parameters);
            bindCondition(parameters);
        } else {
            bindCondition(KeyClaim.bind(key, List.of(edge.id().value()), parameters));
            GraphRows.bindEdges(List.of(edge), parameters);
        }
    }

    private void bindCondition(Parameters parameters) throws SQLException {
        parameters
                .uuid(edge.id().value())
                .uuid(edge.source().value())
                .uuid(edge.target().value());
    }

    @Override
    public Optional<GraphEdge> read(ResultSet rows) throws SQLException {
        return rows.next() ? Optional.of(GraphRows.edge(rows)) : Optional.empty();
    }
}
