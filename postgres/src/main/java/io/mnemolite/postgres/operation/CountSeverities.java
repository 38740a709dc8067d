package io.mnemolite.postgres.operation;

import io.mnemolite.core.operation.TimeSpan;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import io.mnemolite.postgres.connection.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** Counts the events of a span of time by severity. */
record CountSeverities(TimeSpan span) implements Query<Map<String, Long>> {

    private static final String SQL = """
            select coalesce(metadata ->> 'severity', ?) as severity, count(*) from mnemolite.event
            where occurred_at between ?::timestamptz and ?::timestamptz group by severity
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
        parameters
                .text(PostgresEventStatistics.DEFAULT_SEVERITY)
                .instant(Timestamps.ceiling(span.from()))
                .instant(Timestamps.floor(span.to()));
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
