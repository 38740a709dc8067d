package io.mnemolite.postgres.change;

import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Whether the user may ask for the system identifier and the timeline, which some hosted servers forbid. */
record MayIdentifyCluster() implements Query<Boolean> {

    private static final String SQL = """
            select has_function_privilege('pg_catalog.pg_control_system()', 'execute')
                and has_function_privilege('pg_catalog.pg_walfile_name(pg_lsn)', 'execute')
                and has_function_privilege('pg_catalog.pg_current_wal_lsn()', 'execute')
            """;

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) {
        // No values.
    }

    @Override
    public Boolean read(ResultSet rows) throws SQLException {
        rows.next();
        return rows.getBoolean(1);
    }
}
