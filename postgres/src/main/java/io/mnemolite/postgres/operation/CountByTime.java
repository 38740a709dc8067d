package io.mnemolite.postgres.operation;

import io.mnemolite.core.operation.EventStatistics.Bucket;
import io.mnemolite.core.operation.EventStatistics.Count;
import io.mnemolite.core.operation.TimeSpan;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import io.mnemolite.postgres.connection.Timestamps;
import io.mnemolite.postgres.event.CountMatchingByTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts the events of a span of time by minute, hour or day in UTC, of one severity when given. */
record CountByTime(TimeSpan span, Bucket bucket, @Nullable String severity) implements Query<List<Count>> {

    private static final String ALL = """
            select date_trunc(?, occurred_at, 'UTC') as time, count(*) from mnemolite.event
            where occurred_at between ?::timestamptz and ?::timestamptz
            group by time order by time
            """;

    private static final String OF_SEVERITY = """
            select date_trunc(?, occurred_at, 'UTC') as time, count(*) from mnemolite.event
            where occurred_at between ?::timestamptz and ?::timestamptz and coalesce(metadata ->> 'severity', ?) = ?
            group by time order by time
            """;

    @Override
    public String sql() {
        return severity == null ? ALL : OF_SEVERITY;
    }

    @Override
    public boolean isPlannedByValues() {
        return true;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters.text(bucket.word()).instant(Timestamps.ceiling(span.from())).instant(Timestamps.floor(span.to()));
        if (severity != null) {
            parameters.text(PostgresEventStatistics.DEFAULT_SEVERITY).text(severity);
        }
    }

    @Override
    public List<Count> read(ResultSet rows) throws SQLException {
        return CountMatchingByTime.counts(rows);
    }
}
