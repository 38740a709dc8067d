package io.mnemolite.postgres.operation;

import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Counts which of some tables exist in our schema. */
record CountTables(List<String> names) implements Query<Integer> {

    private static final String SQL =
            "select count(*) from pg_tables where schemaname = 'mnemolite' and tablename = any (?)";

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters.array("text", names.toArray());
    }

    @Override
    public Integer read(ResultSet rows) throws SQLException {
        rows.next();
        return rows.getInt(1);
    }
}
