package io.mnemolite.cache;

import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.operation.EventStatistics;
import io.mnemolite.core.operation.TimeSpan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps timelines, severities and distributions, which pages and dashboards ask for again and again; any change of any event
 * makes them all unacceptable.
 */
final class CachedEventStatistics implements EventStatistics {

    private final EventStatistics delegate;
    private final CoherentCache<SearchKey, SearchValue> cache;

    CachedEventStatistics(EventStatistics delegate, CoherentCache<SearchKey, SearchValue> cache) {
        this.delegate = delegate;
        this.cache = cache;
    }

    @Override
    public List<Count> timeline(EventFilter filter, Bucket bucket) {
        EventFilter own = new EventFilter(filter.metadata().deepCopy(), filter.from(), filter.to());
        return kept(
                        SearchValue.OfTimeline.class,
                        new SearchKey.OfTimeline(own, bucket),
                        () -> new SearchValue.OfTimeline(delegate.timeline(own, bucket)))
                .counts();
    }

    @Override
    public long totalEvents() {
        return delegate.totalEvents();
    }

    @Override
    public Map<String, Long> severities(TimeSpan span) {
        return kept(
                        SearchValue.OfSeverities.class,
                        new SearchKey.OfSeverities(span),
                        () -> new SearchValue.OfSeverities(delegate.severities(span)))
                .counts();
    }

    @Override
    public List<Event> newestOfSeverity(String severity, int limit) {
        return delegate.newestOfSeverity(severity, limit);
    }

    @Override
    public List<Count> timeline(TimeSpan span, Bucket bucket, @Nullable String severity) {
        return delegate.timeline(span, bucket, severity);
    }

    @Override
    public List<SeverityCount> severityTimeline(TimeSpan span, Bucket bucket) {
        return kept(
                        SearchValue.OfSeverityTimeline.class,
                        new SearchKey.OfSeverityTimeline(span, bucket),
                        () -> new SearchValue.OfSeverityTimeline(delegate.severityTimeline(span, bucket)))
                .counts();
    }

    @Override
    public List<LabelCount> distribution(String metadataKey, String missing, TimeSpan span) {
        return kept(
                        SearchValue.OfDistribution.class,
                        new SearchKey.OfDistribution(metadataKey, missing, span),
                        () -> new SearchValue.OfDistribution(delegate.distribution(metadataKey, missing, span)))
                .counts();
    }

    private <T extends SearchValue> T kept(Class<T> type, SearchKey key, Supplier<T> load) {
        return type.cast(cache.get(key, () -> Optional.of(load.get())).orElseThrow());
    }
}
