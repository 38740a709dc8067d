package io.mnemolite.postgres.code;

import io.mnemolite.core.code.store.TextVector;
import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the vectors of texts that have none of the model yet; how many. */
record KeepVectors(String model, List<TextVector> vectors) implements Query<Long> {

    private static final String SQL = """
            with kept as (
                insert into mnemolite.code_vector (embedding_model, text_hash, embedding)
                select ?, text_hash, embedding from unnest(?::bytea[], ?::bytea[]) as made (text_hash, embedding)
                order by text_hash
                on conflict do nothing
                returning 1
            )
            select count(*) from kept
            """;

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        byte[] @Nullable [] embeddings = new byte[vectors.size()][];
        for (int i = 0; i < embeddings.length; i++) {
            EmbeddingVector vector = vectors.get(i).vector();
            embeddings[i] = vector == null ? null : vector.toLittleEndian();
        }
        parameters
                .text(model)
                .array(
                        "bytea",
                        vectors.stream()
                                .map(vector -> vector.textHash().toBytes())
                                .toArray(byte[][]::new))
                .array("bytea", embeddings);
    }

    @Override
    public Long read(ResultSet rows) throws SQLException {
        rows.next();
        return rows.getLong(1);
    }
}
