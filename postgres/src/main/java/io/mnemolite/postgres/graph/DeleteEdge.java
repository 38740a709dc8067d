package io.mnemolite.postgres.graph;

import io.mnemolite.core.graph.EdgeId;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Deletes an edge; whether it existed. */
record DeleteEdge(EdgeId id) implements Query<Boolean> {

    private static final String SQL = """
            with changed as (
                delete from mnemolite.graph_edge where id = ? returning id
            ), %s
            select id from changed
            """.formatted(GraphRows.LOGGED_DELETION);

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters.uuid(id.value());
    }

    @Override
    public Boolean read(ResultSet rows) throws SQLException {
        return rows.next();
    }
}
