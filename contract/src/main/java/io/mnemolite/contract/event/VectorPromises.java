package io.mnemolite.contract.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.contract.fixture.CanonicalEvent;
import io.mnemolite.contract.fixture.EventSample;
import io.mnemolite.contract.fixture.Json;
import io.mnemolite.core.embedding.EmbeddingSpace;
import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.embedding.StoredVector;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.MadeVector;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Vectors: kept bit by bit, awaited, filled in, and the space they belong to. */
public abstract class VectorPromises extends StorePromises {

    private static final EmbeddingSpace SPACE = new EmbeddingSpace("model-a", 3);
    private static final EmbeddingSpace OTHER = new EmbeddingSpace("model-b", 2);
    private static final StoredVector MADE = new StoredVector("model-a", EmbeddingVector.of(1, 2, 3));
    private static final StoredVector MADE_TOO = new StoredVector("model-a", EmbeddingVector.of(4, 5, 6));

    @Test
    void insert_keepsEveryBitOfAVector() {
        float[] numbers = new float[4096];
        Arrays.fill(numbers, -0.0f);
        numbers[0] = Float.MIN_VALUE;
        numbers[1] = Float.MAX_VALUE;
        numbers[2] = 0.1f;
        numbers[4095] = -Float.MIN_NORMAL;
        EventSample sample = EventSample.text("long").withVector("client", numbers);

        insert(sample);

        assertThat(read(sample.id()).vector()).isEqualTo(sample.vector());
    }

    @Test
    void awaitingVector_givesThoseThatAwaitOneOldestIdFirst() {
        insert(
                EventSample.text("third").withId(EventSample.id(3)).awaiting(),
                EventSample.text("second").withId(EventSample.id(2)),
                EventSample.text("first").withId(EventSample.id(1)).awaiting(),
                EventSample.text("fourth").withId(EventSample.id(4)).awaiting());

        assertThat(ids(store().awaitingVector(10)))
                .containsExactly(EventSample.id(1), EventSample.id(3), EventSample.id(4));
        assertThat(ids(store().awaitingVector(2))).containsExactly(EventSample.id(1), EventSample.id(3));
        assertThat(store().countAwaitingVector()).isEqualTo(3);
    }

    @Test
    void fillVectors_setsEachVectorAndRaisesItsRevisionAlone() {
        EventSample first = EventSample.text("first").withId(EventSample.id(1)).awaiting();
        EventSample second =
                EventSample.text("second").withId(EventSample.id(2)).awaiting();
        EventSample other = EventSample.text("other").awaiting();
        insert(first, second, other);

        assertThat(store().fillVectors(List.of(new MadeVector(second.id(), 1, MADE_TOO), made(first, 1))))
                .containsExactly(first.id(), second.id());

        Event filled = store().find(first.id()).orElseThrow();
        assertThat(filled.vector()).isEqualTo(MADE);
        assertThat(filled.awaitsVector()).isFalse();
        assertThat(filled.revision()).isEqualTo(1);
        assertThat(filled.vectorRevision()).isEqualTo(1);
        assertThat(read(second.id()).vector()).isEqualTo(MADE_TOO);
        assertThat(read(other.id())).isEqualTo(CanonicalEvent.of(other.draft()));
        assertThat(store().countAwaitingVector()).isEqualTo(1);
    }

    @Test
    void fillVectors_withoutAVector_endsTheWaiting() {
        EventSample sample = EventSample.text("waits").awaiting();
        insert(sample);

        assertThat(store().fillVectors(List.of(new MadeVector(sample.id(), 1, null))))
                .containsExactly(sample.id());

        assertThat(read(sample.id()).vector()).isNull();
        assertThat(read(sample.id()).awaitsVector()).isFalse();
        assertThat(store().awaitingVector(10)).isEmpty();
    }

    @Test
    void fillVectors_whereNotAwaitedOrRevisedOrGone_changesTheRestOnly() {
        EventSample settled = EventSample.text("settled").withVector("client", 9, 9, 9);
        EventSample revised = EventSample.text("revised").awaiting();
        EventSample waiting = EventSample.text("waiting").awaiting();
        insert(settled, revised, waiting);
        store().mergeMetadata(revised.id(), Json.object("{x: 1}"), OptionalLong.empty());
        CanonicalEvent before = read(revised.id());

        assertThat(store().fillVectors(List.of(
                        made(settled, 1), made(revised, 1), made(EventSample.text("gone"), 1), made(waiting, 1))))
                .containsExactly(waiting.id());

        assertThat(read(settled.id()).vector()).isEqualTo(settled.vector());
        assertThat(read(revised.id())).isEqualTo(before);
        assertThat(store().fillVectors(List.of(made(revised, 2)))).containsExactly(revised.id());
        assertThat(store().fillVectors(List.of(made(revised, 2)))).isEmpty();
    }

    @Test
    void fillVectors_ofNothing_changesNothing() {
        insert(EventSample.text("waits").awaiting());

        assertThat(store().fillVectors(List.of())).isEmpty();
        assertThat(store().countAwaitingVector()).isEqualTo(1);
    }

    private static MadeVector made(EventSample sample, long revision) {
        return new MadeVector(sample.id(), revision, MADE);
    }

    @Test
    void clearModelVectors_awaitsNewOnesAndKeepsThoseOfClients() {
        EventSample made = EventSample.text("made").withVector("model-a", 1, 2, 3);
        EventSample clients = EventSample.text("client's").withVector("client", 4, 5, 6);
        EventSample without = EventSample.text("without");
        insert(made, clients, without);

        assertThat(store().clearModelVectors(null, 10)).containsExactly(made.id());

        CanonicalEvent cleared = read(made.id());
        assertThat(cleared.vector()).isNull();
        assertThat(cleared.awaitsVector()).isTrue();
        assertThat(cleared.revision()).isEqualTo(1);
        assertThat(cleared.vectorRevision()).isEqualTo(1);
        assertThat(read(clients.id())).isEqualTo(CanonicalEvent.of(clients.draft()));
        assertThat(read(without.id())).isEqualTo(CanonicalEvent.of(without.draft()));
        assertThat(store().clearModelVectors(null, 10)).isEmpty();
    }

    @Test
    void clearModelVectors_goesOnInIdOrderAfterTheLastId() {
        for (int number : new int[] {4, 2, 5, 1, 3}) {
            insert(EventSample.text("made").withId(EventSample.id(number)).withVector("model-a", 1));
        }

        assertThat(store().clearModelVectors(EventSample.id(1), 2))
                .containsExactly(EventSample.id(2), EventSample.id(3));
        assertThat(store().clearModelVectors(EventSample.id(3), 3))
                .containsExactly(EventSample.id(4), EventSample.id(5));
        assertThat(read(EventSample.id(1)).vector()).isNotNull();
        assertThat(store().countAwaitingVector()).isEqualTo(4);
    }

    @Test
    void space_beforeTheFirstAdoption_isEmpty() {
        assertThat(store().space()).isEmpty();
    }

    @Test
    void adoptSpace_recordsTheSpace() {
        assertThat(store().adoptSpace(SPACE)).isZero();
        assertThat(store().space()).contains(SPACE);
    }

    @Test
    void adoptSpace_ofTheSameSpace_changesNothing() {
        store().adoptSpace(SPACE);
        EventSample sample = EventSample.text("made").withVector("model-a", 1, 2, 3);
        insert(sample);

        assertThat(store().adoptSpace(SPACE)).isZero();
        assertThat(read(sample.id())).isEqualTo(CanonicalEvent.of(sample.draft()));
    }

    @Test
    void adoptSpace_ofAnotherSpace_clearsVectorsOfModelsAndAwaitsNewOnes() {
        store().adoptSpace(SPACE);
        EventSample made = EventSample.text("made").withVector("model-a", 1, 2, 3);
        EventSample clients = EventSample.text("client's").withVector("client", 4, 5, 6);
        EventSample without = EventSample.text("without");
        EventSample waiting = EventSample.text("waiting").awaiting();
        insert(made, clients, without, waiting);

        assertThat(store().adoptSpace(OTHER)).isEqualTo(1);

        assertThat(store().space()).contains(OTHER);
        CanonicalEvent cleared = read(made.id());
        assertThat(cleared.vector()).isNull();
        assertThat(cleared.awaitsVector()).isTrue();
        assertThat(cleared.revision()).isEqualTo(1);
        assertThat(cleared.vectorRevision()).isEqualTo(1);
        assertThat(read(clients.id())).isEqualTo(CanonicalEvent.of(clients.draft()));
        assertThat(read(without.id())).isEqualTo(CanonicalEvent.of(without.draft()));
        assertThat(read(waiting.id())).isEqualTo(CanonicalEvent.of(waiting.draft()));
        assertThat(store().countAwaitingVector()).isEqualTo(2);
    }

    @Test
    void adoptSpace_ofTheSameModelInAnotherDimension_isAnotherSpace() {
        store().adoptSpace(SPACE);
        insert(EventSample.text("made").withVector("model-a", 1, 2, 3));

        assertThat(store().adoptSpace(new EmbeddingSpace("model-a", 2))).isEqualTo(1);
    }
}
