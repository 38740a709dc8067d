package io.mnemolite.postgres.event;

import io.mnemolite.core.event.EventDraft;
import io.mnemolite.postgres.connection.Json;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Timestamps;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

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
                .array("text", column(drafts, draft -> Timestamps.write(draft.timestamp())))
                .array("text", column(drafts, draft -> Json.write(draft.content())))
                .array("text", column(drafts, draft -> Json.write(draft.metadata())));
        VectorColumns.bind(drafts, EventDraft::vector, parameters);
        parameters.array("boolean", column(drafts, EventDraft::awaitsVector));
    }

    private static Object[] column(List<EventDraft> drafts, Function<EventDraft, Object> value) {
        return drafts.stream().map(value).toArray();
    }
}
