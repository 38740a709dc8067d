package io.mnemolite.contract.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.contract.fixture.EventSample;
import io.mnemolite.contract.fixture.Json;
import io.mnemolite.core.change.Change;
import io.mnemolite.core.change.IndexPosition;
import io.mnemolite.core.embedding.EmbeddingSpace;
import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.embedding.StoredVector;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.EventDraft;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.IdempotencyKey;
import io.mnemolite.core.event.MadeVector;
import io.mnemolite.core.event.VectorChange;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Every write logs one row per event it changed; a refused one logs none. */
public abstract class LoggingPromises extends LogPromises {

    private static final IdempotencyKey KEY = new IdempotencyKey("key", "route", "hash");
    private static final StoredVector MADE = new StoredVector("model-a", EmbeddingVector.of(1, 2, 3));

    private final EventSample first = EventSample.metadata("{project: 'alpha'}").awaiting();
    private final EventSample second = EventSample.metadata("{project: 'alpha'}");

    @Test
    void insert_logsEachEventInTheOrderGiven() {
        IndexPosition start = log().horizon();

        insert(second, first);

        List<Change<EventId>> changes = changesAfter(start, 2);
        assertThat(ids(changes)).containsExactly(second.id(), first.id());
        assertThat(changes).allSatisfy(change -> {
            assertThat(change.deleted()).isFalse();
            assertThat(change.revision()).isEqualTo(1);
            assertThat(change.vectorRevision()).isZero();
        });
    }

    @Test
    void insert_underAKey_logsOnlyTheFirstTime() {
        IndexPosition start = log().horizon();

        store().insert(List.of(first.draft(), second.draft()), KEY);
        store().insert(List.of(EventSample.text("again").draft()), KEY);
        store().insert(
                        List.of(EventSample.text("other").draft()),
                        new IdempotencyKey(KEY.key(), KEY.route(), "other hash"));

        assertThat(ids(allChangesAfter(start))).containsExactly(first.id(), second.id());
    }

    @Test
    void insertImported_logsThoseStored() {
        insert(first);
        EventDraft different = first.withContent(Json.object("{}")).draft();
        IndexPosition start = afterAll();

        store().insertImported(List.of(first.draft(), second.draft(), different));

        assertThat(ids(allChangesAfter(start))).containsExactly(second.id());
    }

    @Test
    void writesToOneEvent_areLoggedInTheirOrderWithTheirRevisions() {
        IndexPosition start = log().horizon();

        insert(first);
        store().mergeMetadata(first.id(), Json.object("{x: 1}"), OptionalLong.empty());
        store().fillVectors(List.of(new MadeVector(first.id(), 2, MADE)));
        store().replace(first.id(), Json.object("{}"), Json.object("{}"), new VectorChange.Keep(), OptionalLong.of(2));
        store().delete(first.id());

        List<Change<EventId>> changes = changesAfter(start, 5);
        assertThat(changes)
                .hasSize(5)
                .allSatisfy(change -> assertThat(change.id()).isEqualTo(first.id()));
        assertThat(changes.stream().map(Change::revision).limit(4)).containsExactly(1L, 2L, 2L, 3L);
        assertThat(changes.stream().map(Change::vectorRevision).limit(4)).containsExactly(0L, 0L, 1L, 1L);
        assertThat(changes.stream().map(Change::deleted)).containsExactly(false, false, false, false, true);
    }

    @Test
    void deleteMatching_logsEachDeletion() {
        insert(first, second, EventSample.metadata("{project: 'beta'}"));
        IndexPosition start = afterAll();

        store().deleteMatching(EventFilter.byMetadata(Json.object("{project: 'alpha'}")), 10);

        List<Change<EventId>> changes = changesAfter(start, 2);
        assertThat(ids(changes)).containsExactlyInAnyOrder(first.id(), second.id());
        assertThat(changes).allSatisfy(change -> assertThat(change.deleted()).isTrue());
    }

    @Test
    void adoptSpace_logsEachVectorCleared() {
        store().adoptSpace(new EmbeddingSpace("model-a", 3));
        EventSample made = EventSample.text("made").withVector("model-a", 1, 2, 3);
        EventSample clients = EventSample.text("client's").withVector(StoredVector.CLIENT, 1, 2, 3);
        insert(made, clients, first);
        IndexPosition start = afterAll();

        store().adoptSpace(new EmbeddingSpace("model-b", 3));

        assertThat(ids(allChangesAfter(start))).containsExactly(made.id());
    }

    @Test
    void fillVectors_logsEachVectorSetInOneTransaction() {
        EventSample other = second.awaiting();
        EventSample clients = EventSample.text("client's").withVector(StoredVector.CLIENT, 1, 2, 3);
        insert(first, other, clients);
        IndexPosition start = afterAll();

        store().fillVectors(List.of(
                new MadeVector(first.id(), 1, MADE),
                new MadeVector(other.id(), 1, null),
                new MadeVector(clients.id(), 1, MADE)));

        List<Change<EventId>> changes = changesAfter(start, 2);
        assertThat(ids(changes)).containsExactlyInAnyOrder(first.id(), other.id());
        assertThat(changes).allSatisfy(change -> {
            assertThat(change.deleted()).isFalse();
            assertThat(change.revision()).isEqualTo(1);
            assertThat(change.vectorRevision()).isEqualTo(1);
        });
        assertThat(changes.stream().map(Change::xid))
                .containsOnly(changes.getFirst().xid());
    }

    @Test
    void clearModelVectors_logsEachVectorCleared() {
        EventSample made = EventSample.text("made").withVector("model-a", 1, 2, 3);
        EventSample clients = EventSample.text("client's").withVector(StoredVector.CLIENT, 1, 2, 3);
        insert(made, clients, first);
        IndexPosition start = afterAll();

        store().clearModelVectors(null, 10);
        store().clearModelVectors(null, 10);

        assertThat(ids(allChangesAfter(start))).containsExactly(made.id());
    }

    @Test
    void refusedWrites_logNothing() {
        insert(first, second);
        IndexPosition start = afterAll();

        store().mergeMetadata(EventId.next(), Json.object("{x: 1}"), OptionalLong.empty());
        store().mergeMetadata(first.id(), Json.object("{x: 1}"), OptionalLong.of(7));
        store().replace(first.id(), Json.object("{}"), Json.object("{}"), new VectorChange.Keep(), OptionalLong.of(7));
        store().fillVectors(List.of(new MadeVector(second.id(), 1, MADE), new MadeVector(first.id(), 7, MADE)));
        store().fillVectors(List.of());
        store().delete(EventId.next());
        store().deleteMatching(EventFilter.byMetadata(Json.object("{project: 'none'}")), 10);
        store().insert(List.of());
        store().insertImported(List.of(second.draft()));
        assertThatThrownBy(() -> insert(EventSample.text("fresh"), first)).isInstanceOf(MnemoliteException.class);

        assertThat(allChangesAfter(start)).isEmpty();
    }

    /** The position of the last change so far. */
    private IndexPosition afterAll() {
        IndexPosition horizon = log().horizon();
        EventId marker = insert(EventSample.text("marker")).getFirst().id();
        List<Change<EventId>> changes = changesAfter(horizon, 1);
        Change<EventId> last = changes.getLast();
        assertThat(last.id()).isEqualTo(marker);
        return positionOf(last, horizon);
    }
}
