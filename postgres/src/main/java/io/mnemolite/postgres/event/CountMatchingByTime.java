package io.mnemolite.postgres.event;

import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.operation.EventStatistics.Bucket;
import io.mnemolite.core.operation.EventStatistics.Count;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import io.mnemolite.postgres.connection.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Counts the events that match a filter by minute, hour or day in UTC. */
public record CountMatchingByTime(EventFilter filter, Bucket bucket) implements Query<List<Count>> {

    @Override
    public String sql() {
        return "select date_trunc(?, occurred_at, 'UTC') as time, count(*) from mnemolite.event where "
                + new EventCondition(filter).sql() + " group by time order by time";
    }

    @Override
    public boolean isPlannedByValues() {
        return true;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        new EventCondition(filter).bind(parameters.text(bucket.word()));
    }

    @Override
    public List<Count> read(ResultSet rows) throws SQLException {
        return counts(rows);
    }

    /** Rows of a moment and a number. */
    public static List<Count> counts(ResultSet rows) throws SQLException {
        List<Count> counts = new ArrayList<>();
        while (rows.next()) {
            counts.add(new Count(Timestamps.read(rows, 1), rows.getLong(2)));
        }
        return counts;
    }
}
