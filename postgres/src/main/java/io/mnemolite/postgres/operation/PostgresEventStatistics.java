package io.mnemolite.postgres.operation;

import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.event.EventStore;
import io.mnemolite.core.operation.EventStatistics;
import io.mnemolite.core.operation.TimeSpan;
import io.mnemolite.postgres.connection.Database;
import io.mnemolite.postgres.event.CountMatchingByTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts over the stored events, made by PostgreSQL. */
public final class PostgresEventStatistics implements EventStatistics {

    /** What a missing severity means. */
    static final String DEFAULT_SEVERITY = "info";

    private final Database database;
    private final EventStore events;

    public PostgresEventStatistics(Database database, EventStore events) {
        this.database = database;
        this.events = events;
    }

    @Override
    public long totalEvents() {
        return events.count(EventFilter.ALL);
    }

    @Override
    public Map<String, Long> severities(TimeSpan span) {
        return database.read(new CountSeverities(span));
    }

    @Override
    public List<Event> newestOfSeverity(String severity, int limit) {
        return database.read(new FindNewestOfSeverity(severity, limit));
    }

    @Override
    public List<Count> timeline(TimeSpan span, Bucket bucket, @Nullable String severity) {
        return database.read(new CountByTime(span, bucket, severity));
    }

    @Override
    public List<SeverityCount> severityTimeline(TimeSpan span, Bucket bucket) {
        return database.read(new CountByTimeAndSeverity(span, bucket));
    }

    @Override
    public List<Count> timeline(EventFilter filter, Bucket bucket) {
        return database.read(new CountMatchingByTime(filter, bucket));
    }

    @Override
    public List<LabelCount> distribution(String metadataKey, String missing, TimeSpan span) {
        return database.read(new CountByLabel(metadataKey, missing, span));
    }
}
