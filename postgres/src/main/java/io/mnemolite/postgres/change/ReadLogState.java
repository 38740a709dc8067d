package io.mnemolite.postgres.change;

import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads where the change log stands, in one snapshot. */
record ReadLogState(LoggedEntity<?> entity, boolean identifiesCluster) implements Query<LogState> {

    private static final String CLUSTER = "(select system_identifier from pg_control_system())::text || '/'"
            + " || left(pg_walfile_name(pg_current_wal_lsn()), 8)";

    private static final String WITH_CLUSTER = sql(CLUSTER);
    private static final String WITHOUT_CLUSTER = sql("'unidentified'");

    private static String sql(String cluster) {
        return """
                select %s || '/' || store.generation || '/'
                    || coalesce(store.embedding_model || ':' || store.embedding_dimension, 'no space'),
                    pg_snapshot_xmin(pg_current_snapshot())::text::bigint,
                    pg_snapshot_xmax(pg_current_snapshot())::text::bigint,
                    floor.xid::text::bigint, floor.seq
                from mnemolite.store as store, mnemolite.change_floor as floor
                where floor.entity = ?
                """.formatted(cluster);
    }

    @Override
    public String sql() {
        return identifiesCluster ? WITH_CLUSTER : WITHOUT_CLUSTER;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters.number(entity.number());
    }

    @Override
    public LogState read(ResultSet rows) throws SQLException {
        if (!rows.next()) {
            throw new IllegalStateException("The tables mnemolite.store and mnemolite.change_floor lack a row");
        }
        return new LogState(rows.getString(1), rows.getLong(2), rows.getLong(3), rows.getLong(4), rows.getLong(5));
    }
}
