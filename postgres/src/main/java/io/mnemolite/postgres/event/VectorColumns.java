package io.mnemolite.postgres.event;

import io.mnemolite.core.embedding.StoredVector;
import io.mnemolite.postgres.connection.Parameters;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Vectors as two arrays of a statement: one of {@code bytea}, one of {@code text} with the models that made them. */
final class VectorColumns {

    private VectorColumns() {}

    /** Adds both arrays; where a row has no vector, both hold null. */
    static <T> void bind(List<T> rows, Function<T, @Nullable StoredVector> vector, Parameters parameters)
            throws SQLException {
        byte[] @Nullable [] embeddings = new byte[rows.size()][];
        @Nullable String[] models = new @Nullable String[rows.size()];
        for (int i = 0; i < models.length; i++) {
            StoredVector stored = vector.apply(rows.get(i));
            embeddings[i] = stored == null ? null : stored.vector().toLittleEndian();
            models[i] = stored == null ? null : stored.model();
        }
        parameters.array("bytea", embeddings).array("text", models);
    }
}
