package io.mnemolite.core.operation;

import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventFilter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts over the stored events. The severity of an event is its {@code metadata.severity}; missing means {@code info}.
 * Failures as in {@link io.mnemolite.core.event.EventStore}.
 */
public interface EventStatistics {

    /** Stands for any severity that has no name of its own in a timeline. */
    String OTHER_SEVERITY = "other";

    long totalEvents();

    /** How many events of each severity have a timestamp within the span. */
    Map<String, Long> severities(TimeSpan span);

    /** The newest events of a severity, newest first. */
    List<Event> newestOfSeverity(String severity, int limit);

    /** Counts per bucket (UTC) with at least one event of the span, ascending; of one severity when given. */
    List<Count> timeline(TimeSpan span, Bucket bucket, @Nullable String severity);

    /**
     * Counts per bucket (UTC) and severity with at least one event of the span, by time, then severity. Severities beside
     * critical, warning and info count as {@link #OTHER_SEVERITY}.
     */
    List<SeverityCount> severityTimeline(TimeSpan span, Bucket bucket);

    /** Counts per bucket (UTC) with at least one matching event, ascending. */
    List<Count> timeline(EventFilter filter, Bucket bucket);

    /** The ten most frequent values of a metadata key within the span, most frequent first, ties by label; {@code missing} stands for events without it. */
    List<LabelCount> distribution(String metadataKey, String missing, TimeSpan span);

    /** The width of a bucket. */
    enum Bucket {
        MINUTE(ChronoUnit.MINUTES),
        HOUR(ChronoUnit.HOURS),
        DAY(ChronoUnit.DAYS);

        private final ChronoUnit unit;

        Bucket(ChronoUnit unit) {
            this.unit = unit;
        }

        public ChronoUnit unit() {
            return unit;
        }

        public Duration width() {
            return unit.getDuration();
        }

        /** In a sentence and in a statement, such as "minute". */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    record Count(Instant time, long count) {}

    record SeverityCount(Instant time, String severity, long count) {}

    record LabelCount(String label, long count) {}
}
