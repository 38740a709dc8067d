package io.mnemolite.postgres.event;

import io.mnemolite.core.embedding.EmbeddingSpace;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The embedding space recorded. */
record FindSpace() implements Query<Optional<EmbeddingSpace>> {

    private static final String SQL =
            "select embedding_model, embedding_dimension from mnemolite.store where embedding_model is not null";

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) {
        // No values.
    }

    @Override
    public Optional<EmbeddingSpace> read(ResultSet rows) throws SQLException {
        return rows.next() ? Optional.of(new EmbeddingSpace(rows.getString(1), rows.getInt(2))) : Optional.empty();
    }
}
