package io.mnemolite.postgres.event;

import io.mnemolite.core.embedding.EmbeddingSpace;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Records the embedding space. */
record RecordSpace(EmbeddingSpace space) implements Query<Boolean> {

    private static final String SQL = """
            update mnemolite.store set embedding_model = ?, embedding_dimension = ? returning generation
            """;

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters.text(space.model()).number(space.dimension());
    }

    @Override
    public Boolean read(ResultSet rows) throws SQLException {
        return rows.next();
    }
}
