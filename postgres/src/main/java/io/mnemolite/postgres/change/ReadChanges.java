package io.mnemolite.postgres.change;

import io.mnemolite.core.event.EventId;
import io.mnemolite.core.indexing.Change;
import io.mnemolite.core.search.IndexPosition;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Reads changes after a position. Only transactions below the oldest that may still run are shown: every one of them
 * has ended, so no row can appear behind the last one read.
 */
record ReadChanges(IndexPosition after, int limit) implements Query<List<Change>> {

    private static final String SQL = """
            select xid::text::bigint, seq, id, deleted, revision, vector_revision
            from mnemolite.change
            where (xid, seq) > (?::text::xid8, ?) and xid < pg_snapshot_xmin(pg_current_snapshot()) and entity = 1
            order by xid, seq limit ?
            """;

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters.text(Long.toString(after.xid())).number(after.seq()).number(limit);
    }

    @Override
    public List<Change> read(ResultSet rows) throws SQLException {
        List<Change> changes = new ArrayList<>();
        while (rows.next()) {
            changes.add(new Change(
                    rows.getLong(1),
                    rows.getLong(2),
                    new EventId(rows.getObject(3, UUID.class)),
                    rows.getBoolean(4),
                    rows.getLong(5),
                    rows.getLong(6)));
        }
        return changes;
    }
}
