package io.mnemolite.postgres.change;

import io.mnemolite.core.change.Change;
import io.mnemolite.core.change.IndexPosition;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Reads changes to one kind of entity after a position. Only transactions below the oldest that may still run are shown: every one of them
 * has ended, so no row can appear behind the last one read.
 */
record ReadChanges<I>(LoggedEntity<I> entity, IndexPosition after, int limit) implements Query<List<Change<I>>> {

    private static final String SQL = """
            select xid::text::bigint, seq, id, deleted, revision, vector_revision
            from mnemolite.change
            where entity = ? and (xid, seq) > (?::text::xid8, ?) and xid < pg_snapshot_xmin(pg_current_snapshot())
            order by xid, seq limit ?
            """;

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters
                .number(entity.number())
                .text(Long.toString(after.xid()))
                .number(after.seq())
                .number(limit);
    }

    @Override
    public List<Change<I>> read(ResultSet rows) throws SQLException {
        List<Change<I>> changes = new ArrayList<>();
        while (rows.next()) {
            changes.add(new Change<>(
                    rows.getLong(1),
                    rows.getLong(2),
                    entity.id().apply(rows.getObject(3, UUID.class)),
                    rows.getBoolean(4),
                    rows.getLong(5),
                    rows.getLong(6)));
        }
        return changes;
    }
}
