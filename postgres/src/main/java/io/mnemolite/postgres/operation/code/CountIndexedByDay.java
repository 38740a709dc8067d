package io.mnemolite.postgres.operation.code;

import io.mnemolite.core.operation.EventStatistics.Count;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import io.mnemolite.postgres.connection.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Counts the files that were indexed since a moment by day, ascending. */
record CountIndexedByDay(Instant since) implements Query<List<Count>> {

    private static final String SQL = """
            select date_trunc('day', indexed_at, 'UTC') as day, count(*) from mnemolite.code_file
            where indexed_at >= ?::timestamptz group by day order by day
            """;

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters.instant(Timestamps.ceiling(since));
    }

    @Override
    public List<Count> read(ResultSet rows) throws SQLException {
        List<Count> counts = new ArrayList<>();
        while (rows.next()) {
            counts.add(new Count(Timestamps.read(rows, 1), rows.getLong(2)));
        }
        return counts;
    }
}
