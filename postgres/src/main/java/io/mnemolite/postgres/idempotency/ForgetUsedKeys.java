package io.mnemolite.postgres.idempotency;

import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Forgets some keys that were used more than a day ago; how many. */
record ForgetUsedKeys(int limit) implements Query<Integer> {

    private static final String SQL = """
            with forgotten as (
                delete from mnemolite.idempotency where (route, key) in (
                    select route, key from mnemolite.idempotency
                    where created_at < now() - interval '24 hours'
                    order by created_at limit ? for update skip locked)
                returning key
            )
            select count(*) from forgotten
            """;

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters.number(limit);
    }

    @Override
    public Integer read(ResultSet rows) throws SQLException {
        rows.next();
        return rows.getInt(1);
    }
}
