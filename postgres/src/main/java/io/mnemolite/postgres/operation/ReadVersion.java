package io.mnemolite.postgres.operation;

import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads the server's version, for example {@code 18.1}. */
record ReadVersion() implements Query<String> {

    private static final String SQL = "select split_part(current_setting('server_version'), ' ', 1)";

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) {
        // No values.
    }

    @Override
    public String read(ResultSet rows) throws SQLException {
        rows.next();
        return rows.getString(1);
    }
}
