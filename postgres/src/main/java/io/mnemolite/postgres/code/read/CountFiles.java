package io.mnemolite.postgres.code.read;

import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Counts all files. */
public record CountFiles() implements Query<Long> {

    @Override
    public String sql() {
        return "select count(*) from mnemolite.code_file";
    }

    @Override
    public void bind(Parameters parameters) {
        // No values.
    }

    @Override
    public Long read(ResultSet rows) throws SQLException {
        rows.next();
        return rows.getLong(1);
    }
}
