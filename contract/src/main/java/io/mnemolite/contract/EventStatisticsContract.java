package io.mnemolite.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.contract.fixture.EventSample;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.event.EventStore;
import io.mnemolite.core.operation.EventStatistics;
import io.mnemolite.core.operation.EventStatistics.Bucket;
import io.mnemolite.core.operation.EventStatistics.Count;
import io.mnemolite.core.operation.EventStatistics.LabelCount;
import io.mnemolite.core.operation.EventStatistics.SeverityCount;
import io.mnemolite.core.operation.TimeSpan;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link EventStatistics} promises. */
public abstract class EventStatisticsContract {

    private static final TimeSpan SPAN =
            new TimeSpan(Instant.parse("2026-03-01T00:30:00Z"), Instant.parse("2026-03-30T12:00:00Z"));

    private EventStore store;
    private EventStatistics statistics;

    /** An empty store; called once per test, before {@link #statistics}. */
    protected abstract EventStore store();

    /** The statistics of the store made last; called once per test. */
    protected abstract EventStatistics statistics();

    @BeforeEach
    final void open() {
        store = store();
        statistics = statistics();
    }

    @Test
    final void emptyStore_givesZeroAndNothing() {
        assertThat(statistics.totalEvents()).isZero();
        assertThat(statistics.severities(SPAN)).isEmpty();
        assertThat(statistics.newestOfSeverity("critical", 10)).isEmpty();
        assertThat(statistics.timeline(SPAN, Bucket.HOUR, null)).isEmpty();
        assertThat(statistics.distribution("project", "none", SPAN)).isEmpty();
    }

    @Test
    final void totalEvents_countsAllOfThem() {
        insert(at("0001-01-01T00:00:00Z", "{}"), at("2026-03-01T00:00:00Z", "{}"), at("9999-12-31T00:00:00Z", "{}"));

        assertThat(statistics.totalEvents()).isEqualTo(3);
    }

    @Test
    final void severities_countsTheSpanBothEndsIncludedAndTakesMissingAsInfo() {
        insert(
                at("2026-03-01T00:29:59.999999Z", "{severity: 'critical'}"),
                at("2026-03-01T00:30:00Z", "{severity: 'critical'}"),
                at("2026-03-01T01:00:00Z", "{severity: 'warning'}"),
                at("2026-03-01T02:00:00Z", "{severity: 'warning'}"),
                at("2026-03-01T03:00:00Z", "{severity: 'info'}"),
                at("2026-03-01T03:00:00Z", "{severity: null}"),
                at("2026-03-01T03:00:00Z", "{other: 'warning'}"),
                at("2026-03-30T12:00:00Z", "{severity: 'Ärger \\\"quoted\\\"'}"),
                at("2026-03-30T12:00:00.000001Z", "{severity: 'warning'}"),
                at("9999-12-31T23:59:59.999999Z", "{severity: 'critical'}"));

        assertThat(statistics.severities(SPAN))
                .isEqualTo(Map.of("critical", 1L, "warning", 2L, "info", 3L, "Ärger \"quoted\"", 1L));
    }

    @Test
    final void newestOfSeverity_givesNewestFirstThenById() {
        EventSample old = at("2026-03-01T01:00:00Z", "{severity: 'critical'}");
        EventSample twin = at("2026-03-01T02:00:00Z", "{severity: 'critical'}").withId(EventSample.id(2));
        EventSample otherTwin =
                at("2026-03-01T02:00:00Z", "{severity: 'critical'}").withId(EventSample.id(1));
        EventSample info = at("2026-03-01T03:00:00Z", "{}");
        insert(old, twin, otherTwin, info);

        assertThat(statistics.newestOfSeverity("critical", 10))
                .extracting(Event::id)
                .containsExactly(otherTwin.id(), twin.id(), old.id());
        assertThat(statistics.newestOfSeverity("critical", 2))
                .extracting(Event::id)
                .containsExactly(otherTwin.id(), twin.id());
        assertThat(statistics.newestOfSeverity("info", 2)).extracting(Event::id).containsExactly(info.id());
    }

    @Test
    final void timeline_countsPerHourAscendingWithoutEmptyOnes() {
        insert(
                at("2026-03-01T00:29:59Z", "{}"),
                at("2026-03-01T00:30:00Z", "{}"),
                at("2026-03-01T05:59:59.999999Z", "{}"),
                at("2026-03-01T06:00:00Z", "{}"),
                at("2026-03-01T05:00:00Z", "{}"),
                at("9999-12-31T23:59:59Z", "{}"));

        assertThat(statistics.timeline(SPAN, Bucket.HOUR, null))
                .containsExactly(
                        count("2026-03-01T00:00:00Z", 1),
                        count("2026-03-01T05:00:00Z", 2),
                        count("2026-03-01T06:00:00Z", 1));
    }

    @Test
    final void timeline_countsPerDayOfUniversalTime() {
        insert(
                at("2026-03-01T23:59:59.999999Z", "{}"),
                at("2026-03-02T00:00:00Z", "{}"),
                at("2026-03-29T01:30:00Z", "{}"),
                at("2026-03-29T23:30:00Z", "{}"));

        assertThat(statistics.timeline(SPAN, Bucket.DAY, null))
                .containsExactly(
                        count("2026-03-01T00:00:00Z", 1),
                        count("2026-03-02T00:00:00Z", 1),
                        count("2026-03-29T00:00:00Z", 2));
    }

    @Test
    final void timeline_ofOneSeverity_countsIt() {
        insert(
                at("2026-03-01T01:00:00Z", "{severity: 'critical'}"),
                at("2026-03-01T01:00:00Z", "{}"),
                at("2026-03-01T02:00:00Z", "{severity: 'info'}"),
                at("9999-12-31T23:59:59Z", "{severity: 'critical'}"));

        assertThat(statistics.timeline(SPAN, Bucket.HOUR, "critical"))
                .containsExactly(count("2026-03-01T01:00:00Z", 1));
        assertThat(statistics.timeline(SPAN, Bucket.HOUR, "info"))
                .containsExactly(count("2026-03-01T01:00:00Z", 1), count("2026-03-01T02:00:00Z", 1));
        assertThat(statistics.timeline(SPAN, Bucket.HOUR, "none")).isEmpty();
    }

    @Test
    final void timeline_countsPerMinute() {
        insert(
                at("2026-03-01T00:30:59.999999Z", "{}"),
                at("2026-03-01T00:31:00Z", "{}"),
                at("2026-03-01T00:31:30Z", "{}"));

        assertThat(statistics.timeline(SPAN, Bucket.MINUTE, null))
                .containsExactly(count("2026-03-01T00:30:00Z", 1), count("2026-03-01T00:31:00Z", 2));
    }

    @Test
    final void severityTimeline_countsTheNamedOnesAndAllOthersAsOne() {
        insert(
                at("2026-03-01T00:29:59Z", "{severity: 'critical'}"),
                at("2026-03-01T01:00:00Z", "{severity: 'critical'}"),
                at("2026-03-01T01:30:00Z", "{severity: 'warning'}"),
                at("2026-03-01T01:30:00Z", "{}"),
                at("2026-03-01T01:30:00Z", "{severity: null}"),
                at("2026-03-01T01:30:00Z", "{severity: 'debug'}"),
                at("2026-03-01T01:30:00Z", "{severity: 'Critical'}"),
                at("2026-03-01T02:00:00Z", "{severity: 'info'}"),
                at("9999-12-31T23:59:59Z", "{severity: 'critical'}"));

        Instant one = Instant.parse("2026-03-01T01:00:00Z");
        assertThat(statistics.severityTimeline(SPAN, Bucket.HOUR))
                .containsExactly(
                        new SeverityCount(one, "critical", 1),
                        new SeverityCount(one, "info", 2),
                        new SeverityCount(one, EventStatistics.OTHER_SEVERITY, 2),
                        new SeverityCount(one, "warning", 1),
                        new SeverityCount(Instant.parse("2026-03-01T02:00:00Z"), "info", 1));
    }

    @Test
    final void timeline_ofAFilter_countsWhatMatches() {
        insert(
                at("2026-03-01T00:59:59.999999Z", "{project: 'a'}"),
                at("2026-03-01T01:00:00Z", "{project: 'a', type: 'note'}"),
                at("2026-03-01T01:30:00Z", "{project: 'b'}"),
                at("2026-03-02T01:30:00Z", "{project: 'a'}"),
                at("9999-12-31T23:59:59Z", "{project: 'a'}"));
        ObjectNode project = JsonNodeFactory.instance.objectNode().put("project", "a");

        assertThat(statistics.timeline(
                        new EventFilter(project, Instant.parse("2026-03-01T01:00:00Z"), SPAN.to()), Bucket.HOUR))
                .containsExactly(count("2026-03-01T01:00:00Z", 1), count("2026-03-02T01:00:00Z", 1));
        assertThat(statistics.timeline(EventFilter.byMetadata(project), Bucket.DAY))
                .containsExactly(
                        count("2026-03-01T00:00:00Z", 2),
                        count("2026-03-02T00:00:00Z", 1),
                        count("9999-12-31T00:00:00Z", 1));
        assertThat(statistics.timeline(EventFilter.ALL, Bucket.DAY)).hasSize(3);
    }

    @Test
    final void distribution_givesTheTenMostFrequentTiesByLabel() {
        insert(at("2026-03-01T00:00:00Z", "{project: 'too old'}"), at("9999-12-31T00:00:00Z", "{project: 'to come'}"));
        for (char project = 'l'; project >= 'a'; project--) {
            insert(at("2026-03-01T01:00:00Z", "{project: '" + project + "'}"));
        }
        insert(
                at("2026-03-01T01:00:00Z", "{project: 'k'}"),
                at("2026-03-01T01:00:00Z", "{project: null}"),
                at("2026-03-01T01:00:00Z", "{}"),
                at("2026-03-01T01:00:00Z", "{other: 'a'}"));

        assertThat(statistics.distribution("project", "none", SPAN))
                .containsExactly(
                        new LabelCount("none", 3),
                        new LabelCount("k", 2),
                        new LabelCount("a", 1),
                        new LabelCount("b", 1),
                        new LabelCount("c", 1),
                        new LabelCount("d", 1),
                        new LabelCount("e", 1),
                        new LabelCount("f", 1),
                        new LabelCount("g", 1),
                        new LabelCount("h", 1));
    }

    @Test
    final void distribution_ofAHostileKey_isAnswered() {
        insert(at("2026-03-01T01:00:00Z", "{\"'; drop --\": 'x'}"));

        assertThat(statistics.distribution("'; drop --", "none", SPAN)).containsExactly(new LabelCount("x", 1));
    }

    private static EventSample at(String time, String metadata) {
        return EventSample.metadata(metadata).at(time);
    }

    private static Count count(String time, long count) {
        return new Count(Instant.parse(time), count);
    }

    private void insert(EventSample... samples) {
        List<Event> stored =
                store.insert(Stream.of(samples).map(EventSample::draft).toList());
        assertThat(stored).hasSize(samples.length);
    }
}
