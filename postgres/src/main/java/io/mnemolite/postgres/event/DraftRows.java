package io.mnemolite.postgres.event;

import io.mnemolite.core.embedding.StoredVector;
import io.mnemolite.core.event.EventDraft;
import io.mnemolite.postgres.connection.Json;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Timestamps;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Drafts as rows of a statement: one array per column, so that one statement takes any number. */
final class DraftRows {

    /** The columns a draft fills. */
    static final String COLUMNS = "id, occurred_at, content, metadata, embedding, embedding_model, awaits_vector";

    /** A table of name {@code draft} with {@link #COLUMNS} and {@code place}, counted from 1. */
    static final String TABLE = """
            unnest(
                ?::uuid[], ?::text[]::timestamptz[], ?::text[]::jsonb[], ?::text[]::jsonb[],
                ?::bytea[], ?::text[], ?::boolean[]
            ) with ordinality as draft (%s, place)
            """.formatted(COLUMNS);

    private DraftRows() {}

    /** Adds the values of {@link #TABLE}. */
    static void bind(List<EventDraft> drafts, Parameters parameters) throws SQLException {
        parameters
                .array("uuid", column(drafts, draft -> draft.id().value()))
                .array("text", strings(drafts, draft -> Timestamps.write(draft.timestamp())))
                .array("text", strings(drafts, draft -> Json.write(draft.content())))
                .array("text", strings(drafts, draft -> Json.write(draft.metadata())))
                .array("bytea", vectors(drafts))
                .array("text", strings(drafts, draft -> model(draft.vector())))
                .array("boolean", column(drafts, EventDraft::awaitsVector));
    }

    private static @Nullable String model(@Nullable StoredVector vector) {
        return vector == null ? null : vector.model();
    }

    private static Object[] column(List<EventDraft> drafts, Function<EventDraft, Object> value) {
        return drafts.stream().map(value).toArray();
    }

    private static @Nullable String[] strings(List<EventDraft> drafts, Function<EventDraft, @Nullable String> value) {
        @Nullable String[] values = new @Nullable String[drafts.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value.apply(drafts.get(i));
        }
        return values;
    }

    private static byte[] @Nullable [] vectors(List<EventDraft> drafts) {
        byte[] @Nullable [] values = new byte[drafts.size()][];
        for (int i = 0; i < values.length; i++) {
            StoredVector vector = drafts.get(i).vector();
            values[i] = vector == null ? null : vector.vector().toLittleEndian();
        }
        return values;
    }
}
