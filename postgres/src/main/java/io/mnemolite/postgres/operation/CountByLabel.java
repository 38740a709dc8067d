package io.mnemolite.postgres.operation;

import io.mnemolite.core.operation.EventStatistics.LabelCount;
import io.mnemolite.core.operation.TimeSpan;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import io.mnemolite.postgres.connection.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Counts the events of a span of time by a metadata value: the ten most frequent. */
record CountByLabel(String metadataKey, String missing, TimeSpan span) implements Query<List<LabelCount>> {

    private static final String SQL = """
            select coalesce(metadata ->> ?::text, ?) collate "C" as label, count(*) as count from mnemolite.event
            where occurred_at between ?::timestamptz and ?::timestamptz
            group by label order by count desc, label limit 10
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
                .text(metadataKey)
                .text(missing)
                .instant(Timestamps.ceiling(span.from()))
                .instant(Timestamps.floor(span.to()));
    }

    @Override
    public List<LabelCount> read(ResultSet rows) throws SQLException {
        List<LabelCount> counts = new ArrayList<>();
        while (rows.next()) {
            counts.add(new LabelCount(rows.getString(1), rows.getLong(2)));
        }
        return counts;
    }
}
