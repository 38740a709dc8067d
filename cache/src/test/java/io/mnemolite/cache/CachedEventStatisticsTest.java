package io.mnemolite.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.contract.fixture.EventSample;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.event.InMemoryEventStore;
import io.mnemolite.core.operation.EventStatistics;
import io.mnemolite.core.operation.EventStatistics.Bucket;
import io.mnemolite.core.operation.InMemoryEventStatistics;
import io.mnemolite.core.operation.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CachedEventStatisticsTest {

    private static final CacheSettings SETTINGS = new CacheSettings(Duration.ofSeconds(60), 100, 1 << 20);

    private final InMemoryEventStore store = new InMemoryEventStore();
    private final Caches caches = new Caches(SETTINGS, SETTINGS, SETTINGS, new FakeTicker());
    private final EventStatistics statistics = caches.cached(new InMemoryEventStatistics(store));

    @Test
    void timeline_askedTwice_isReadOnceUntilAnEventChanges() {
        EventSample sample = EventSample.metadata("{project: 'a'}").at("2026-03-01T00:00:00Z");
        assertThat(statistics.timeline(EventFilter.ALL, Bucket.HOUR)).isEmpty();
        store.insert(List.of(sample.draft()));

        assertThat(statistics.timeline(EventFilter.ALL, Bucket.HOUR)).isEmpty();
        assertThat(statistics.timeline(EventFilter.ALL, Bucket.DAY)).hasSize(1);
        caches.listener().changed(List.of(sample.draft().id()));
        assertThat(statistics.timeline(EventFilter.ALL, Bucket.HOUR)).hasSize(1);
    }

    @Test
    void countsOfASpan_askedTwice_areReadOnceUntilAnEventChanges() {
        EventSample sample = EventSample.metadata("{severity: 'critical'}").at("2026-03-01T00:00:00Z");
        TimeSpan span = new TimeSpan(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-03-02T00:00:00Z"));
        assertThat(statistics.severities(span)).isEmpty();
        assertThat(statistics.severityTimeline(span, Bucket.HOUR)).isEmpty();
        assertThat(statistics.distribution("project", "none", span)).isEmpty();
        store.insert(List.of(sample.draft()));

        assertThat(statistics.severities(span)).isEmpty();
        assertThat(statistics.severityTimeline(span, Bucket.HOUR)).isEmpty();
        assertThat(statistics.distribution("project", "none", span)).isEmpty();
        assertThat(statistics.distribution("project", "other", span)).hasSize(1);
        caches.listener().changed(List.of(sample.draft().id()));
        assertThat(statistics.severities(span)).containsEntry("critical", 1L);
        assertThat(statistics.severityTimeline(span, Bucket.HOUR)).hasSize(1);
        assertThat(statistics.distribution("project", "none", span)).hasSize(1);
    }
}
