package io.mnemolite.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.contract.fixture.EventSample;
import io.mnemolite.contract.fixture.Eventually;
import io.mnemolite.contract.fixture.Json;
import io.mnemolite.core.embedding.EmbeddingSpace;
import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.embedding.StoredVector;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.AwaitedVectors;
import io.mnemolite.core.event.EmbeddingPolicy;
import io.mnemolite.core.event.EmbeddingPolicy.FailureStrategy;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.InMemoryEventStore;
import io.mnemolite.core.event.NewEvent;
import io.mnemolite.core.event.SourceText;
import io.mnemolite.core.event.StoredEvents;
import io.mnemolite.core.event.VectorChange;
import io.mnemolite.core.indexing.VectorBackfill;
import io.mnemolite.core.indexing.VectorRenewal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What becomes of events that await a vector. */
class VectorBackfillTest {

    private static final EmbeddingPolicy POLICY = new EmbeddingPolicy(true, FailureStrategy.SOFT, SourceText.DEFAULT);

    private final ScriptedEmbedder embedder = new ScriptedEmbedder();
    private final InMemoryEventStore store = new InMemoryEventStore();
    private final List<Collection<EventId>> observed = new ArrayList<>();
    private final StoredEvents events = new StoredEvents(store, embedder, POLICY, observed::add, Clock.systemUTC());

    private VectorBackfill backfill() {
        return VectorBackfill.ofEvents(
                new AwaitedVectors(store, embedder, SourceText.DEFAULT), events, Duration.ofMillis(1));
    }

    private long fill() {
        return backfill().fill(settled -> {});
    }

    private EventId await(String text) {
        EventSample sample = EventSample.text(text).awaiting();
        store.insert(List.of(sample.draft()));
        return sample.id();
    }

    private void awaitMany(int count) {
        for (int i = 0; i < count; i++) {
            await("text " + i);
        }
    }

    private Event read(EventId id) {
        return store.find(id).orElseThrow();
    }

    private StoredVector vectorOf(String text) {
        return new StoredVector(embedder.space().model(), embedder.words.embed(text));
    }

    @Test
    void fill_whenTheModelIsBack_fillsWhatWasWrittenMeanwhile() {
        embedder.words.breakDown(true);
        EventId id = events.create(new NewEvent(Json.object("{text: 'patience'}"), Json.object("{}"), null, null), null)
                .id();
        assertThatThrownBy(this::fill).isInstanceOf(MnemoliteException.class).hasMessageContaining("is broken");
        assertThat(read(id).awaitsVector()).isTrue();

        embedder.words.breakDown(false);

        assertThat(fill()).isOne();
        assertThat(read(id).vector()).isEqualTo(vectorOf("patience"));
    }

    @Test
    void thread_goesOnByItselfAfterFailures() {
        embedder.words.breakDown(true);
        EventId early = await("early");
        try (VectorBackfill backfill = backfill()) {
            assertThat(backfill.failure()).isEmpty();
            backfill.start();
            assertThat(Eventually.get(backfill::failure, Optional::isPresent))
                    .hasValueSatisfying(sentence -> assertThat(sentence).contains("is broken"));
            embedder.words.breakDown(false);
            assertThat(Eventually.get(() -> read(early), event -> !event.awaitsVector())
                            .vector())
                    .isEqualTo(vectorOf("early"));
            assertThat(Eventually.get(backfill::failure, Optional::isEmpty)).isEmpty();
            EventId late = await("late");
            assertThat(Eventually.get(() -> read(late), event -> !event.awaitsVector())
                            .vector())
                    .isEqualTo(vectorOf("late"));
        }
    }

    @Test
    void fill_storesAndTellsOfABatchAtOnce() {
        awaitMany(40);
        long transactionsBefore = store.changes().getLast().transaction();

        assertThat(fill()).isEqualTo(40);

        assertThat(store.changes().stream()
                        .filter(change -> change.transaction() > transactionsBefore)
                        .map(change -> change.transaction())
                        .distinct())
                .hasSize(2);
        assertThat(observed).hasSize(2);
        assertThat(observed.stream().mapToInt(Collection::size).sum()).isEqualTo(40);
    }

    @Test
    void eventReplacedWhileItsTextIsEmbedded_getsTheVectorOfItsNewText() {
        EventId id = await("old words");
        embedder.meanwhile(() -> store.replace(
                id,
                Json.object("{text: 'new ideas'}"),
                Json.object("{}"),
                new VectorChange.Clear(true),
                OptionalLong.empty()));

        assertThat(fill()).isOne();

        assertThat(read(id).vector()).isEqualTo(vectorOf("new ideas"));
        assertThat(embedder.made).containsExactly("old words", "new ideas");
    }

    @Test
    void eventGivenAVectorMeanwhile_keepsIt() {
        EventId id = await("old words");
        StoredVector given = new StoredVector("other", EmbeddingVector.of(1, 2));
        embedder.meanwhile(() -> store.replace(
                id, Json.object("{text: 'x'}"), Json.object("{}"), new VectorChange.Set(given), OptionalLong.empty()));

        assertThat(fill()).isZero();

        assertThat(read(id).vector()).isEqualTo(given);
    }

    @Test
    void eventDeletedWhileItsTextIsEmbedded_staysDeletedAndTheOthersAreFilled() {
        EventId gone = await("gone");
        EventId other = await("other");
        embedder.meanwhile(() -> store.delete(gone));

        assertThat(fill()).isOne();

        assertThat(store.find(gone)).isEmpty();
        assertThat(read(other).vector()).isEqualTo(vectorOf("other"));
    }

    @Test
    void vectorOfAClient_isNeverAltered() {
        EventSample clients = EventSample.text("client's").withVector(StoredVector.CLIENT, 1, 2, 3);
        store.insert(List.of(clients.draft()));
        await("waits");

        assertThat(fill()).isOne();

        assertThat(read(clients.id())).isEqualTo(clients.event());
        assertThat(embedder.made).containsExactly("waits");
    }

    @Test
    void textRefusedForGood_stopsWaitingAndBlocksNoOther() {
        EventId refused = await("refused");
        EventId withoutText = await(" ");
        EventId other = await("other");
        embedder.refused.add("refused");

        assertThat(fill()).isEqualTo(3);

        assertThat(read(refused).vector()).isNull();
        assertThat(read(withoutText).vector()).isNull();
        assertThat(read(other).vector()).isEqualTo(vectorOf("other"));
        assertThat(store.countAwaitingVector()).isZero();
    }

    @Test
    void fill_closedInTheMiddle_isGoneOnWithByTheNextOne() {
        awaitMany(100);
        List<Long> progress = new ArrayList<>();
        VectorBackfill stopped = backfill();
        stopped.fill(settled -> {
            progress.add(settled);
            stopped.close();
        });
        assertThat(progress).hasSize(1);
        assertThat(store.countAwaitingVector()).isEqualTo(100 - progress.getFirst());

        assertThat(fill()).isEqualTo(100 - progress.getFirst());

        assertThat(store.countAwaitingVector()).isZero();
        assertThat(embedder.made).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void renewal_ofTheSameSpace_makesTheVectorsOfModelsAnew() {
        store.adoptSpace(embedder.space());
        EventSample made = EventSample.text("made").withVector("words", 1, 2);
        EventSample clients = EventSample.text("client's").withVector(StoredVector.CLIENT, 1, 2);
        store.insert(List.of(made.draft(), clients.draft()));

        renewAll(1);

        assertThat(read(made.id()).vector()).isEqualTo(vectorOf("made"));
        assertThat(read(clients.id())).isEqualTo(clients.event());
    }

    @Test
    void renewal_ofAnotherSpace_adoptsItAndMakesWhatWasAwaitedToo() {
        store.adoptSpace(new EmbeddingSpace("before", 2));
        EventSample made = EventSample.text("made").withVector("before", 1, 2);
        store.insert(List.of(made.draft()));
        EventId waiting = await("waiting");

        renewAll(2);

        assertThat(store.space()).contains(embedder.space());
        assertThat(read(made.id()).vector()).isEqualTo(vectorOf("made"));
        assertThat(read(waiting).vector()).isEqualTo(vectorOf("waiting"));
    }

    private void renewAll(long expected) {
        VectorRenewal renewal = new VectorRenewal(store, embedder, POLICY);
        List<Long> progress = new ArrayList<>();
        assertThat(renewal.clear()).isEqualTo(expected);
        assertThat(renewal.fill(progress::add)).isEqualTo(expected);
        assertThat(progress.getLast()).isEqualTo(expected);
    }
}
