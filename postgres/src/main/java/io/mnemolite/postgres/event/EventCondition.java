package io.mnemolite.postgres.event;

import io.mnemolite.core.event.EventFilter;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Timestamps;
import java.sql.SQLException;
import java.time.Instant;

/** A filter as a condition; parts that exclude nothing are left out, so that the planner sees only what counts. */
record EventCondition(EventFilter filter) {

    String sql() {
        return (filter.metadata().isEmpty() ? "true" : "metadata @> ?::jsonb")
                + (filter.from() == null ? "" : " and occurred_at >= ?::timestamptz")
                + (filter.to() == null ? "" : " and occurred_at <= ?::timestamptz");
    }

    Parameters bind(Parameters parameters) throws SQLException {
        if (!filter.metadata().isEmpty()) {
            parameters.json(filter.metadata());
        }
        Instant from = filter.from();
        if (from != null) {
            parameters.instant(Timestamps.ceiling(from));
        }
        Instant to = filter.to();
        if (to != null) {
            parameters.instant(Timestamps.floor(to));
        }
        return parameters;
    }
}
