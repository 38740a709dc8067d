package io.mnemolite.postgres.operation;

import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import io.mnemolite.postgres.connection.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Counts the events since then by severity. */
record CountSeverities(Instant since) implements Query<Map<String, Long>> {

    private static final String SQL = """
            select coalesce(metadata ->> 'severity', ?) as severity, count(*) from mnemolite.event
            where occurred_at >= ?::timestamptz group by severity
            """;

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public boolean isPlannedByValues() {
        return true;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters.text(PostgresEventStatistics.DEFAULT_SEVERITY).instant(Timestamps.ceiling(since));
    }

    @Override
    public Map<String, Long> read(ResultSet rows) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        while (rows.next()) {
            counts.put(rows.getString(1), rows.getLong(2));
        }
        return counts;
    }
}
