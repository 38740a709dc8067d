package io.mnemolite.core.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.event.EventDraft;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.InMemoryEventStore;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whoever finds nothing is told which of the conditions left nothing. */
class EmptyReasonsTest {

    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");

    private final InMemoryEventStore store = new InMemoryEventStore();

    private static ObjectNode metadata(String project) {
        return JsonNodeFactory.instance.objectNode().put("project", project);
    }

    private void storeInMarch(String project) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        store.insert(List.of(new EventDraft(EventId.next(), MARCH, content, metadata(project), null, false)));
    }

    private List<String> reasons(ObjectNode metadata, @Nullable Instant from, @Nullable Instant to) {
        EventQuery query = EventQuery.filterOnly(new EventFilter(metadata, from, to), 10, 0);
        return EmptyReasons.ofFilter(query, 0, store);
    }

    @Test
    void ofFilter_emptyStore_saysSo() {
        assertThat(EmptyReasons.ofFilter(EventQuery.filterOnly(EventFilter.ALL, 10, 0), 0, store))
                .containsExactly("No event is stored yet.");
    }

    @Test
    void ofFilter_pageBeyondTheLast_saysHowManyThereAre() {
        assertThat(EmptyReasons.ofFilter(EventQuery.filterOnly(EventFilter.ALL, 10, 40), 7, store))
                .containsExactly("The offset 40 lies past the last of 7 matches.");
    }

    @Test
    void ofFilter_metadataThatNoEventHas_isNamed() {
        storeInMarch("alpha");

        assertThat(reasons(metadata("beta"), null, null))
                .containsExactly("No event has metadata that contains {\"project\":\"beta\"}.");
    }

    @Test
    void ofFilter_metadataOutsideOfTheTimeRange_isToldApart() {
        storeInMarch("alpha");

        assertThat(reasons(metadata("alpha"), APRIL, null))
                .containsExactly("Events with such metadata exist, but none within the time range.");
    }

    @Test
    void ofFilter_timeRangeWithoutEvents_isNamed() {
        storeInMarch("alpha");

        assertThat(reasons(JsonNodeFactory.instance.objectNode(), APRIL, null))
                .containsExactly("No event lies within the time range.");
    }

    @Test
    void ofFilter_timeRangeThatEndsBeforeItBegins_isNamedWithBothEnds() {
        storeInMarch("alpha");

        assertThat(reasons(metadata("alpha"), APRIL, MARCH))
                .containsExactly("ts_start 2026-04-01T00:00:00Z lies after ts_end 2026-03-01T00:00:00Z.");
    }

    private List<String> reasonsOfVectors() {
        InMemoryEventIndex index = new InMemoryEventIndex(2);
        index.apply(store.scan(null, 10), List.of());
        EventQuery query = EventQuery.nearestTo(EmbeddingVector.of(1, 0), 10);
        RankedCandidates none = new RankedCandidates("vector", List.of(), 0, TotalRelation.EQUAL, false, 0, null);
        return EmptyReasons.ofCandidates(query, none, index.snapshot(), store);
    }

    @Test
    void ofCandidates_ofEventsWithoutVectors_saysWhetherTheyWaitForThem() {
        storeInMarch("alpha");
        assertThat(reasonsOfVectors()).containsExactly("None of the events that pass the filter has a vector.");
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        store.insert(List.of(new EventDraft(EventId.next(), MARCH, content, metadata("beta"), null, true)));

        assertThat(reasonsOfVectors())
                .containsExactly("None of the events that pass the filter has a vector yet; 1 events wait for theirs.");
    }
}
