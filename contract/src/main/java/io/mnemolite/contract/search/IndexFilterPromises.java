package io.mnemolite.contract.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.contract.fixture.EventSample;
import io.mnemolite.contract.fixture.Json;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.event.EventId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filters in the index: time exact, metadata a superset. */
public abstract class IndexFilterPromises extends IndexPromises {

    private static final ObjectNode NOTHING = Json.object("{}");

    @Test
    void timeBounds_areInclusiveAndExact() {
        EventSample before = sample(1, "2026-01-01T00:00:00.000000Z");
        EventSample first = sample(2, "2026-01-01T00:00:00.000001Z");
        EventSample last = sample(3, "2026-01-01T00:00:00.000003Z");
        EventSample after = sample(4, "2026-01-01T00:00:00.000004Z");
        apply(before, first, last, after);

        assertThat(passing(first.timestamp(), last.timestamp())).containsExactly(first.id(), last.id());
        assertThat(passing(last.timestamp(), null)).containsExactly(last.id(), after.id());
        assertThat(passing(null, first.timestamp())).containsExactly(before.id(), first.id());
        assertThat(passing(first.timestamp(), first.timestamp())).containsExactly(first.id());
        assertThat(passing(last.timestamp(), first.timestamp())).isEmpty();
        assertThat(passing(first.timestamp().plusNanos(500), null)).containsExactly(last.id(), after.id());
        assertThat(passing(null, first.timestamp().minusNanos(1))).containsExactly(before.id());
    }

    @Test
    void timeBounds_reachTheEndsOfTheCalendar() {
        EventSample first = sample(1, "0001-01-01T00:00:00Z");
        EventSample beforeEpoch = sample(2, "1969-12-31T23:59:59.999999Z");
        EventSample last = sample(3, "9999-12-31T23:59:59.999999Z");
        apply(first, beforeEpoch, last);

        assertThat(passing(null, first.timestamp())).containsExactly(first.id());
        assertThat(passing(first.timestamp(), beforeEpoch.timestamp())).containsExactly(first.id(), beforeEpoch.id());
        assertThat(passing(last.timestamp(), null)).containsExactly(last.id());
        assertThat(passing(Instant.MIN, Instant.MAX)).containsExactly(first.id(), beforeEpoch.id(), last.id());
        assertThat(passing(Instant.MAX, null)).isEmpty();
        assertThat(passing(null, Instant.MIN)).isEmpty();
    }

    @Test
    void counts_byTime_seeWhatTheBoundsLetThrough() {
        apply(
                sample(1, "0001-01-01T00:00:00Z"),
                sample(2, "1969-12-31T23:59:59.999999Z"),
                sample(3, "2026-01-01T10:00:00Z"),
                sample(4, "2026-01-01T10:59:59.999999Z"),
                sample(5, "2026-01-01T11:00:00Z"),
                sample(6, "2026-01-01T10:30:00Z"));
        remove(sample(4, "2026-01-01T10:59:59.999999Z").id());
        EventFilter year = times("2026-01-01T00:00:00Z", "2026-12-31T00:00:00Z");

        assertThat(counted(snapshot -> snapshot.count(EventFilter.ALL))).isEqualTo(5);
        assertThat(counted(snapshot -> snapshot.count(year))).isEqualTo(3);
        assertThat(counted(snapshot -> snapshot.count(times("2026-01-01T11:00:00Z", "2026-01-01T11:00:00Z"))))
                .isEqualTo(1);
        assertThat(timeline(year, ChronoUnit.HOURS))
                .containsExactly(count("2026-01-01T10:00:00Z", 2), count("2026-01-01T11:00:00Z", 1));
        assertThat(timeline(year, ChronoUnit.MINUTES))
                .containsExactly(
                        count("2026-01-01T10:00:00Z", 1),
                        count("2026-01-01T10:30:00Z", 1),
                        count("2026-01-01T11:00:00Z", 1));
        assertThat(timeline(EventFilter.ALL, ChronoUnit.DAYS))
                .containsExactly(
                        count("0001-01-01T00:00:00Z", 1),
                        count("1969-12-31T00:00:00Z", 1),
                        count("2026-01-01T00:00:00Z", 3));
    }

    @Test
    void counts_byMetadataOfTexts_areExact() {
        apply(
                sample(1, "2026-01-01T10:00:00Z").withMetadata(Json.object("{project: 'a', done: true}")),
                sample(2, "2026-01-01T11:00:00Z").withMetadata(Json.object("{project: 'b', in: {project: 'a'}}")),
                sample(3, "2026-01-02T10:00:00Z").withMetadata(Json.object("{project: ['a']}")),
                sample(4, "2026-01-02T11:00:00Z").withMetadata(Json.object("{project: 'a', done: null}")));
        EventFilter project = EventFilter.byMetadata(Json.object("{project: 'a'}"));
        EventFilter nested = EventFilter.byMetadata(Json.object("{in: {project: 'a'}}"));
        EventFilter day = new EventFilter(project.metadata(), Instant.parse("2026-01-02T00:00:00Z"), null);

        for (EventFilter filter : List.of(EventFilter.ALL, day, project, nested)) {
            assertThat(this.<Boolean>view(snapshot -> snapshot.isExact(filter))).isTrue();
        }
        assertThat(counted(snapshot -> snapshot.count(project))).isEqualTo(2);
        assertThat(counted(snapshot -> snapshot.count(nested))).isEqualTo(1);
        assertThat(counted(snapshot -> snapshot.count(day))).isEqualTo(1);
        assertThat(timeline(project, ChronoUnit.DAYS))
                .containsExactly(count("2026-01-01T00:00:00Z", 1), count("2026-01-02T00:00:00Z", 1));
    }

    /** An index may hold too much metadata to know all of it, but not say that it does. */
    @Test
    void counts_besideAnEventOfVeryMuchMetadata_areExactOrRefused() {
        ObjectNode wide = Json.object("{project: 'b'}");
        for (int i = 0; i < 3_000; i++) {
            wide.put("key " + i, "x");
        }
        EventFilter project = EventFilter.byMetadata(Json.object("{project: 'a'}"));
        EventSample large = sample(2, "2026-01-01T11:00:00Z").withMetadata(wide);
        apply(sample(1, "2026-01-01T10:00:00Z").withMetadata(project.metadata()), large);

        int counted = counted(snapshot -> snapshot.count(project));
        assertThat(this.<Boolean>view(snapshot -> snapshot.isExact(project))).isEqualTo(counted == 1);

        remove(large.id());
        assertThat(this.<Boolean>view(snapshot -> snapshot.isExact(project))).isTrue();
        assertThat(counted(snapshot -> snapshot.count(project))).isEqualTo(1);
    }

    private Map<Instant, Long> timeline(EventFilter filter, ChronoUnit unit) {
        return view(snapshot -> snapshot.timeline(filter, unit));
    }

    private static EventFilter times(String from, String to) {
        return new EventFilter(NOTHING, Instant.parse(from), Instant.parse(to));
    }

    private static Map.Entry<Instant, Long> count(String time, long count) {
        return Map.entry(Instant.parse(time), count);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {project: 'a', n: 1}             | {}
            {project: 'a', n: 1}             | {project: 'a'}
            {n: 1}                           | {n: 1.0}
            {n: 1.50}                        | {n: 15e-1}
            {n: 100}                         | {n: 1e2}
            {n: 1e300}                       | {n: 10e299}
            {n: 0}                           | {n: -0.0}
            {n: 9007199254740993}            | {n: 9007199254740993.0}
            {n: null, b: true}               | {n: null}
            {a: {b: {c: 1, d: 2}}}           | {a: {b: {c: 1}}}
            {a: {b: {c: 1, d: 2}}}           | {a: {b: {}}}
            {a: {b: {c: 1, d: 2}}}           | {a: {}}
            {a: ['x', 'y', 1]}               | {a: [1, 'x', 'x']}
            {a: ['x', 'y', 1]}               | {a: []}
            {a: [{b: 1, c: 2}, {b: 2}]}      | {a: [{b: 1}, {c: 2}, {}]}
            {a: [[1, 2], [3], {k: [4]}]}     | {a: [[2], [], {k: [4.0]}]}
            {'': {'': 'é'}, 'a.b': 1}        | {'': {'': 'é'}, 'a.b': 1}
            {a: 'long long long'}            | {a: 'long long long'}
            """)
    void metadataFilter_letsEveryMatchThrough(String metadata, String filter) {
        EventSample match =
                EventSample.text("zebra").withMetadata(Json.object(metadata)).withVector("m", 1, 0, 0, 0);
        apply(match, EventSample.metadata("{other: 1}"));

        assertThat(passing(EventFilter.byMetadata(Json.object(filter)))).contains(match.id());
    }

    @Test
    void metadataFilter_letsAMatchWithThousandsOfValuesThrough() {
        ObjectNode wide = Json.object("{}");
        for (int i = 0; i < 5000; i++) {
            wide.put("key " + i, "value " + i);
        }
        EventSample match = EventSample.text("zebra").withMetadata(wide).withVector("m", 1, 0, 0, 0);
        apply(match);

        assertThat(passing(EventFilter.byMetadata(Json.object("{'key 4999': 'value 4999', 'key 0': 'value 0'}"))))
                .containsExactly(match.id());
        assertThat(passing(EventFilter.byMetadata(wide))).containsExactly(match.id());
    }

    @Test
    void metadataFilter_letsAMatchOfLongAndDeepValuesThrough() {
        ObjectNode metadata = Json.object(
                "{long: '" + "é".repeat(40_000) + "', deep: " + "[".repeat(90) + "1" + "]".repeat(90) + "}");
        EventSample match = EventSample.text("zebra").withMetadata(metadata).withVector("m", 1, 0, 0, 0);
        apply(match);

        assertThat(passing(EventFilter.byMetadata(metadata))).containsExactly(match.id());
    }

    @Test
    void metadataAndTime_areBothHeeded() {
        ObjectNode project = Json.object("{project: 'a'}");
        EventSample match = sample(1, "2026-01-02T00:00:00Z").withMetadata(project);
        EventSample early = sample(2, "2026-01-01T00:00:00Z").withMetadata(project);
        apply(match, early);

        assertThat(passing(new EventFilter(project, match.timestamp(), null))).containsExactly(match.id());
    }

    @Test
    void metadataFilter_followsAChangeOfMetadata() {
        EventSample sample = sample(1, "2026-01-01T00:00:00Z").withMetadata(Json.object("{project: 'a'}"));
        apply(sample);
        apply(sample.withMetadata(Json.object("{project: 'b'}")).revised());

        assertThat(passing(EventFilter.byMetadata(Json.object("{project: 'b'}"))))
                .containsExactly(sample.id());
    }

    private static EventSample sample(long number, String time) {
        return EventSample.text("zebra")
                .withId(EventSample.id(number))
                .withVector("m", 1, 0, 0, 0)
                .at(time);
    }

    private List<EventId> passing(@Nullable Instant from, @Nullable Instant to) {
        return passing(new EventFilter(NOTHING, from, to));
    }

    /** The events that pass, the same for every question a snapshot answers. */
    private List<EventId> passing(EventFilter filter) {
        return view(snapshot -> {
            List<EventId> ids = ids(snapshot.nearest(vector(1, 0, 0, 0), 100, filter));
            assertThat(ids(snapshot.allWithin(vector(1, 0, 0, 0), 10, filter))).isEqualTo(ids);
            assertThat(ids(snapshot.lexical("zebra", 100, filter))).isEqualTo(ids);
            assertThat(snapshot.countLexical("zebra", 100, filter)).isEqualTo(ids.size());
            assertThat(snapshot.countVectors(filter)).isEqualTo(ids.size());
            return ids;
        });
    }
}
