package io.mnemolite.core.operation;

import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.search.EventIndex;
import io.mnemolite.core.search.IndexAvailability;
import io.mnemolite.core.search.IndexedCounts;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts of events from the index, everything else from the store. */
public final class IndexedEventStatistics implements EventStatistics {

    private final EventStatistics store;
    private final IndexedCounts counts;

    public IndexedEventStatistics(EventStatistics store, EventIndex index, IndexAvailability availability) {
        this.store = store;
        this.counts = new IndexedCounts(index, availability);
    }

    @Override
    public long totalEvents() {
        return counts.read(EventFilter.ALL, snapshot -> (long) snapshot.countEvents(), store::totalEvents);
    }

    @Override
    public Map<String, Long> severities(TimeSpan span) {
        return store.severities(span);
    }

    @Override
    public List<Event> newestOfSeverity(String severity, int limit) {
        return store.newestOfSeverity(severity, limit);
    }

    @Override
    public List<Count> timeline(TimeSpan span, Bucket bucket, @Nullable String severity) {
        return severity == null
                ? timeline(new EventFilter(EventFilter.ALL.metadata(), span.from(), span.to()), bucket)
                : store.timeline(span, bucket, severity);
    }

    @Override
    public List<SeverityCount> severityTimeline(TimeSpan span, Bucket bucket) {
        return store.severityTimeline(span, bucket);
    }

    @Override
    public List<Count> timeline(EventFilter filter, Bucket bucket) {
        return counts.read(
                filter,
                snapshot -> snapshot.timeline(filter, bucket.unit()).entrySet().stream()
                        .map(entry -> new Count(entry.getKey(), entry.getValue()))
                        .toList(),
                () -> store.timeline(filter, bucket));
    }

    @Override
    public List<LabelCount> distribution(String metadataKey, String missing, TimeSpan span) {
        return store.distribution(metadataKey, missing, span);
    }
}
