package io.mnemolite.cache;

import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.operation.EventStatistics;
import io.mnemolite.core.operation.TimeSpan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the timelines of filters, which pages show again and again; any change of any event makes them all unacceptable. The
 * other questions are asked about spans that end now, hence never twice.
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
        SearchValue value = cache.get(
                        new SearchKey.OfTimeline(own, bucket),
                        () -> Optional.of(new SearchValue.OfTimeline(delegate.timeline(own, bucket))))
                .orElseThrow();
        if (value instanceof SearchValue.OfTimeline(List<Count> counts)) {
            return counts;
        }
        throw new IllegalStateException("A timeline has " + value.getClass());
    }

    @Override
    public long totalEvents() {
        return delegate.totalEvents();
    }

    @Override
    public Map<String, Long> severities(TimeSpan span) {
        return delegate.severities(span);
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
    public List<LabelCount> distribution(String metadataKey, String missing, TimeSpan span) {
        return delegate.distribution(metadataKey, missing, span);
    }
}
