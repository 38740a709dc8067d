package io.mnemolite.contract.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.contract.fixture.EventSample;
import io.mnemolite.contract.fixture.Json;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.event.EventId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which events a filter lets through. */
public abstract class FilterPromises extends StorePromises {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                             | {}                    | true
            {project: 'a', n: 1}           | {}                    | true
            {project: 'a', n: 1}           | {project: 'a'}        | true
            {project: 'a', n: 1}           | {project: 'b'}        | false
            {project: 'a'}                 | {project: 'a', n: 1}  | false
            {n: 1}                         | {n: 1.0}              | true
            {n: 1}                         | {n: '1'}              | false
            {n: 1e300}                     | {n: 10e299}           | true
            {n: 0.1}                       | {n: 0.10000000000000001} | false
            {n: true}                      | {n: 'true'}           | false
            {n: null}                      | {n: null}             | true
            {}                             | {n: null}             | false
            {a: {b: {c: 1, d: 2}}}         | {a: {b: {c: 1}}}      | true
            {a: {b: {c: 1, d: 2}}}         | {a: {b: {}}}          | true
            {a: {b: {c: 1, d: 2}}}         | {b: {c: 1}}           | false
            {a: ['x', 'y', 1]}             | {a: [1, 'x', 'x']}    | true
            {a: ['x', 'y', 1]}             | {a: []}               | true
            {a: ['x', 'y', 1]}             | {a: 'x'}              | false
            {a: ['x', 'y', 1]}             | {a: ['x', 'z']}       | false
            {a: [{b: 1, c: 2}, {b: 2}]}    | {a: [{b: 1}]}         | true
            {a: [{b: 1, c: 2}, {b: 2}]}    | {a: [{b: 2, c: 2}]}   | false
            {a: [[1, 2], [3]]}             | {a: [[2]]}            | true
            {a: [[1, 2], [3]]}             | {a: [2]}              | false
            {a: []}                        | {a: {}}               | false
            {'': {'': 'é'}}                | {'': {'': 'é'}}       | true
            """)
    void filter_byMetadata_isContainment(String metadata, String filter, boolean matches) {
        EventSample sample = EventSample.metadata(metadata);
        insert(sample);
        EventFilter byMetadata = EventFilter.byMetadata(Json.object(filter));

        assertThat(ids(store().filter(byMetadata, 10, 0))).isEqualTo(matches ? List.of(sample.id()) : List.of());
        assertThat(store().count(byMetadata)).isEqualTo(matches ? 1 : 0);
    }

    @Test
    void filter_byTime_includesBothBounds() {
        EventSample before = EventSample.text("before").at("2026-01-01T00:00:00.000000Z");
        EventSample first = EventSample.text("first").at("2026-01-01T00:00:00.000001Z");
        EventSample last = EventSample.text("last").at("2026-01-01T00:00:00.000003Z");
        EventSample after = EventSample.text("after").at("2026-01-01T00:00:00.000004Z");
        insert(before, first, last, after);

        assertThat(between(first.timestamp(), last.timestamp())).containsExactly(last.id(), first.id());
        assertThat(between(last.timestamp(), null)).containsExactly(after.id(), last.id());
        assertThat(between(null, first.timestamp())).containsExactly(first.id(), before.id());
        assertThat(between(first.timestamp(), first.timestamp())).containsExactly(first.id());
        assertThat(between(last.timestamp(), first.timestamp())).isEmpty();
    }

    @Test
    void filter_byTime_betweenMicroseconds_roundsNothingIn() {
        EventSample sample = EventSample.text("sample").at("2026-01-01T00:00:00.000001Z");
        insert(sample);

        assertThat(between(Instant.parse("2026-01-01T00:00:00.000001500Z"), null))
                .isEmpty();
        assertThat(between(Instant.parse("2026-01-01T00:00:00.000000500Z"), null))
                .containsExactly(sample.id());
        assertThat(between(null, Instant.parse("2026-01-01T00:00:00.000000900Z")))
                .isEmpty();
        assertThat(between(null, Instant.parse("2026-01-01T00:00:00.000001900Z")))
                .containsExactly(sample.id());
    }

    @Test
    void filter_byTime_reachesTheEndsOfTheCalendar() {
        EventSample first = EventSample.text("first").at("0001-01-01T00:00:00Z");
        EventSample last = EventSample.text("last").at("9999-12-31T23:59:59.999999Z");
        insert(first, last);

        assertThat(between(first.timestamp(), last.timestamp())).containsExactly(last.id(), first.id());
        assertThat(between(last.timestamp(), null)).containsExactly(last.id());
        assertThat(between(null, first.timestamp())).containsExactly(first.id());
    }

    @Test
    void filter_byMetadataAndTime_needsBoth() {
        EventSample both = EventSample.metadata("{project: 'a'}").at("2026-01-02T00:00:00Z");
        EventSample early = EventSample.metadata("{project: 'a'}").at("2026-01-01T00:00:00Z");
        EventSample other = EventSample.metadata("{project: 'b'}").at("2026-01-02T00:00:00Z");
        insert(both, early, other);
        EventFilter filter = new EventFilter(Json.object("{project: 'a'}"), both.timestamp(), null);

        assertThat(ids(store().filter(filter, 10, 0))).containsExactly(both.id());
        assertThat(ids(store().list(filter, null, 10))).containsExactly(both.id());
        assertThat(store().count(filter)).isEqualTo(1);
    }

    @Test
    void matching_givesThoseOfTheIdsThatExistAndMatch() {
        EventSample match = EventSample.metadata("{project: 'a', n: 1}");
        EventSample alsoMatch = EventSample.metadata("{project: 'a'}");
        EventSample other = EventSample.metadata("{project: 'b'}");
        insert(match, alsoMatch, other);

        assertThat(store().matching(
                                List.of(match.id(), other.id(), EventId.next(), match.id()),
                                EventFilter.byMetadata(Json.object("{project: 'a'}"))))
                .containsExactly(match.id());
        assertThat(store().matching(List.of(), EventFilter.ALL)).isEmpty();
    }

    private List<EventId> between(@Nullable Instant from, @Nullable Instant to) {
        EventFilter filter = new EventFilter(Json.object("{}"), from, to);
        List<EventId> ids = ids(store().filter(filter, 10, 0));
        assertThat(ids(store().list(filter, null, 10))).isEqualTo(ids);
        assertThat(store().count(filter)).isEqualTo(ids.size());
        return ids;
    }
}
