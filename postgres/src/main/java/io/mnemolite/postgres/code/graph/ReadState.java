package io.mnemolite.postgres.code.graph;

import io.mnemolite.core.code.graph.GraphState;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Reads how far the edges of a repository, or of all of them, are those of its files. */
record ReadState(RepositoryStateColumns columns) implements Query<GraphState> {

    ReadState(@Nullable String repository) {
        this(new RepositoryStateColumns(repository));
    }

    @Override
    public String sql() {
        return "select " + columns.sql();
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        columns.bind(parameters);
    }

    @Override
    public GraphState read(ResultSet rows) throws SQLException {
        rows.next();
        return RepositoryStateColumns.read(rows, 1);
    }
}
