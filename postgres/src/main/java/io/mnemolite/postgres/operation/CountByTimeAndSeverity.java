package io.mnemolite.postgres.operation;

import io.mnemolite.core.operation.EventStatistics.Bucket;
import io.mnemolite.core.operation.EventStatistics.SeverityCount;
import io.mnemolite.core.operation.TimeSpan;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import io.mnemolite.postgres.connection.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Counts the events of a span of time by minute, hour or day in UTC and by severity. */
record CountByTimeAndSeverity(TimeSpan span, Bucket bucket) implements Query<List<SeverityCount>> {

    /** Severities without a name of their own are one, whatever they are called: there may be as many as events. */
    private static final String SQL = """
            select date_trunc(?, occurred_at, 'UTC') as time,
                case coalesce(metadata ->> 'severity', ?) when 'critical' then 'critical' when 'warning' then 'warning'
                    when 'info' then 'info' else ? end collate "C" as severity,
                count(*)
            from mnemolite.event where occurred_at between ?::timestamptz and ?::timestamptz
            group by time, severity order by time, severity
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
                .text(bucket.word())
                .text(PostgresEventStatistics.DEFAULT_SEVERITY)
                .text(PostgresEventStatistics.OTHER_SEVERITY)
                .instant(Timestamps.ceiling(span.from()))
                .instant(Timestamps.floor(span.to()));
    }

    @Override
    public List<SeverityCount> read(ResultSet rows) throws SQLException {
        List<SeverityCount> counts = new ArrayList<>();
        while (rows.next()) {
            counts.add(new SeverityCount(Timestamps.read(rows, 1), rows.getString(2), rows.getLong(3)));
        }
        return counts;
    }
}
