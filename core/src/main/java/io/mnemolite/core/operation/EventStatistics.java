package io.mnemolite.core.operation;

import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventFilter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts over the stored events. The severity of an event is its {@code metadata.severity}; missing means {@code info}.
 * Failures as in {@link io.mnemolite.core.event.EventStore}.
 */
public interface EventStatistics {

    long totalEvents();

    /** How many events of each severity have a timestamp within the span. */
    Map<String, Long> severities(TimeSpan span);

    /** The newest events of a severity, newest first. */
    List<Event> newestOfSeverity(String severity, int limit);

    /** Counts per hour or day (UTC) with at least one event of the span, ascending; of one severity when given. */
    List<Count> timeline(TimeSpan span, Bucket bucket, @Nullable String severity);

    /** Counts per hour or day (UTC) with at least one matching event, ascending. */
    List<Count> timeline(EventFilter filter, Bucket bucket);

    /** The ten most frequent values of a metadata key within the span, most frequent first, ties by label; {@code missing} stands for events without it. */
    List<LabelCount> distribution(String metadataKey, String missing, TimeSpan span);

    /** The width of a bucket. */
    enum Bucket {
        HOUR,
        DAY
    }

    record Count(Instant time, long count) {}

    record LabelCount(String label, long count) {}
}
