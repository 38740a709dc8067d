package io.mnemolite.postgres;

import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads those settings of the server that decide whether it is fit to be used, by name, and beside them which migrations
 * the schema has.
 */
record ReadServerSettings() implements Query<Map<String, String>> {

    private static final String SQL = """
            select name, setting from pg_settings where name in
                ('server_version_num', 'server_version', 'server_encoding', 'fsync',
                'full_page_writes', 'synchronous_commit')
            union all select 'schema_fingerprint',
                coalesce(obj_description(to_regclass('mnemolite.schema_history'), 'pg_class'), '')
            """;

    /** The name under which the mark of {@link Schema} stands, empty when there is none. */
    static final String SCHEMA_FINGERPRINT = "schema_fingerprint";

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) {
        // No values.
    }

    @Override
    public Map<String, String> read(ResultSet rows) throws SQLException {
        Map<String, String> settings = new TreeMap<>();
        while (rows.next()) {
            settings.put(rows.getString(1), rows.getString(2));
        }
        return settings;
    }
}
