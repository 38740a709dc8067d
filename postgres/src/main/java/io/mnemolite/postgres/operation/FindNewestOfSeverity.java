package io.mnemolite.postgres.operation;

import io.mnemolite.core.event.Event;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import io.mnemolite.postgres.event.EventRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Finds the newest events of a severity. */
record FindNewestOfSeverity(String severity, int limit) implements Query<List<Event>> {

    /** By the index on severities, which holds those that are present. */
    private static final String PRESENT = """
            select %s from mnemolite.event
            where left(metadata ->> 'severity', 64) = left(?, 64) and metadata ->> 'severity' = ?
            order by occurred_at desc, id limit ?
            """.formatted(EventRow.COLUMNS);

    /** By time: most events have the default severity, so few are passed over. */
    private static final String DEFAULT = """
            select %s from mnemolite.event
            where coalesce(metadata ->> 'severity', ?) = ?
            order by occurred_at desc, id limit ?
            """.formatted(EventRow.COLUMNS);

    @Override
    public String sql() {
        return severity.equals(PostgresEventStatistics.DEFAULT_SEVERITY) ? DEFAULT : PRESENT;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters.text(severity).text(severity).number(limit);
    }

    @Override
    public List<Event> read(ResultSet rows) throws SQLException {
        return EventRow.readAll(rows);
    }
}
