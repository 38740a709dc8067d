package io.mnemolite.postgres.event;

import io.mnemolite.core.event.EventDraft;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares drafts with the stored events of their ids; by place from 0, absent when none is stored, whether equal. */
record CompareEvents(List<EventDraft> drafts) implements Query<Map<Integer, Boolean>> {

    private static final String SQL = """
            select place - 1,
                event.occurred_at = draft.occurred_at and event.content = draft.content
                and event.metadata = draft.metadata and event.embedding is not distinct from draft.embedding
            from %s
            join mnemolite.event using (id)
            """.formatted(DraftRows.TABLE);

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        DraftRows.bind(drafts, parameters);
    }

    @Override
    public Map<Integer, Boolean> read(ResultSet rows) throws SQLException {
        Map<Integer, Boolean> equal = new HashMap<>();
        while (rows.next()) {
            equal.put(rows.getInt(1), rows.getBoolean(2));
        }
        return equal;
    }
}
