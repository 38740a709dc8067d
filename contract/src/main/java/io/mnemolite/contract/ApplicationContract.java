package io.mnemolite.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.contract.fixture.EventSample;
import io.mnemolite.contract.fixture.InParallel;
import io.mnemolite.contract.fixture.Json;
import io.mnemolite.contract.fixture.WordEmbedder;
import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.embedding.StoredVector;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.AwaitedVectors;
import io.mnemolite.core.event.EmbeddingPolicy.FailureStrategy;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.EventPage;
import io.mnemolite.core.event.EventRepresentation.Variant;
import io.mnemolite.core.event.IdempotencyKey;
import io.mnemolite.core.event.NewEvent;
import io.mnemolite.core.event.RenderedEvent;
import io.mnemolite.core.event.SourceText;
import io.mnemolite.core.event.UpdateOutcome;
import io.mnemolite.core.indexing.VectorBackfill;
import io.mnemolite.core.search.EventHit;
import io.mnemolite.core.search.EventQuery;
import io.mnemolite.core.search.EventSearchPage;
import io.mnemolite.core.search.HitExplanation;
import io.mnemolite.core.search.SearchExplanation;
import io.mnemolite.core.search.SearchMode;
import io.mnemolite.core.search.TotalRelation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the application promises, whatever store, index and caches it is made of: a write is in every read after it. */
public abstract class ApplicationContract {

    private final WordEmbedder embedder = new WordEmbedder();
    private Application subject;

    /** An application over an empty store, with this model and strategy; called once or more per test. */
    protected abstract Application application(WordEmbedder embedder, FailureStrategy strategy);

    @BeforeEach
    final void open() {
        subject = application(embedder, FailureStrategy.SOFT);
    }

    @Test
    final void create_isInEveryReadAfterIt() {
        for (int i = 0; i < 20; i++) {
            String word = String.valueOf((char) ('a' + i)).repeat(5);
            Event event = create("memory " + word, "{n: " + i + "}");
            assertThat(subject.events().find(event.id())).contains(event);
            assertThat(body(event.id())).contains(word);
            assertThat(found(query(word, SearchMode.LEXICAL))).containsExactly(event.id());
            assertThat(found(query(word, SearchMode.HYBRID)).getFirst()).isEqualTo(event.id());
            assertThat(found(byMetadata("{n: " + i + "}"))).containsExactly(event.id());
            assertThat(search(byMetadata("{}")).total()).isEqualTo(i + 1);
        }
    }

    @Test
    final void delete_isInEveryReadAfterIt() {
        Event event = create("to be forgotten", "{a: 1}");
        assertThat(found(query("forgotten", SearchMode.VECTOR))).contains(event.id());
        assertThat(subject.events().delete(event.id())).isTrue();
        assertThat(subject.events().delete(event.id())).isFalse();
        assertThat(subject.rendered().find(event.id(), Variant.WITH_EMBEDDING, false))
                .isEmpty();
        assertThat(found(query("forgotten", SearchMode.VECTOR))).isEmpty();
        assertThat(found(query("forgotten", SearchMode.LEXICAL))).isEmpty();
        assertThat(found(byMetadata("{a: 1}"))).isEmpty();
    }

    @Test
    final void mergeMetadata_isInEveryReadAfterIt() {
        Event event = create("some text", "{state: 'old'}");
        assertThat(body(event.id())).contains("old");
        for (int i = 0; i < 10; i++) {
            UpdateOutcome outcome = subject.events()
                    .mergeMetadata(event.id(), Json.object("{state: 'new" + i + "'}"), OptionalLong.empty());
            assertThat(outcome).isInstanceOf(UpdateOutcome.Updated.class);
            assertThat(body(event.id())).contains("new" + i);
            assertThat(found(filtered("some text", "{state: 'new" + i + "'}"))).containsExactly(event.id());
            assertThat(found(filtered("some text", "{state: 'old'}"))).isEmpty();
        }
    }

    @Test
    final void replace_embedsAnewWhenTheTextChanges() {
        Event event = create("apples and pears", "{}");
        UpdateOutcome outcome = subject.events()
                .replace(event.id(), Json.object("{text: 'planets'}"), Json.object("{}"), OptionalLong.of(1));
        assertThat(outcome).isInstanceOf(UpdateOutcome.Updated.class);
        assertThat(found(query("planets", SearchMode.VECTOR))).containsExactly(event.id());
        assertThat(search(query("planets", SearchMode.VECTOR)).hits().getFirst().distance())
                .isLessThan(1e-3);
        assertThat(found(query("apples", SearchMode.LEXICAL))).isEmpty();
        assertThat(subject.events()
                        .replace(event.id(), Json.object("{text: 'x'}"), Json.object("{}"), OptionalLong.of(1)))
                .isEqualTo(new UpdateOutcome.RevisionMismatch(2));
    }

    @Test
    final void replace_keepsTheVectorOfAClient() {
        EmbeddingVector vector = embedder.embed("something else");
        Event event = subject.events()
                .create(new NewEvent(Json.object("{text: 'a'}"), Json.object("{}"), vector, null), null);
        subject.events().replace(event.id(), Json.object("{text: 'b'}"), Json.object("{}"), OptionalLong.empty());
        assertThat(subject.events().find(event.id()).orElseThrow().vector())
                .isEqualTo(new StoredVector(StoredVector.CLIENT, vector));
        assertThat(subject.events().clearModelVectors()).isZero();
    }

    @Test
    final void brokenModel_storesAndFillsInLater() {
        embedder.breakDown(true);
        Event event = create("patience pays", "{}");
        assertThat(event.vector()).isNull();
        assertThat(event.awaitsVector()).isTrue();
        assertThat(body(event.id())).contains("1.0-");
        assertThat(found(query("patience", SearchMode.LEXICAL))).containsExactly(event.id());
        embedder.breakDown(false);
        assertThat(found(query("patience pays", SearchMode.VECTOR))).isEmpty();
        assertThat(fillVectors()).isOne();
        assertThat(body(event.id())).contains("1.1-");
        assertThat(found(query("patience pays", SearchMode.VECTOR))).containsExactly(event.id());
        assertThat(subject.events().find(event.id()).orElseThrow().vectorRevision())
                .isOne();
        assertThat(fillVectors()).isZero();
    }

    private long fillVectors() {
        AwaitedVectors awaited = new AwaitedVectors(subject.store(), embedder, SourceText.DEFAULT);
        try (VectorBackfill backfill = VectorBackfill.ofEvents(awaited, subject.events())) {
            return backfill.fill(settled -> {});
        }
    }

    @Test
    final void brokenModel_underTheHardStrategy_storesNothing() {
        subject = application(embedder, FailureStrategy.HARD);
        embedder.breakDown(true);
        assertThatThrownBy(() -> create("never stored", "{}"))
                .isInstanceOf(MnemoliteException.class)
                .hasMessageContaining("Nothing was stored")
                .extracting(e -> ((MnemoliteException) e).code())
                .isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(search(byMetadata("{}")).total()).isZero();
    }

    @Test
    final void idempotencyKey_givesTheSameEvents() throws Exception {
        IdempotencyKey key = new IdempotencyKey("k", "POST /v1/events", "abc");
        NewEvent event = new NewEvent(Json.object("{text: 'once'}"), Json.object("{}"), null, null);
        List<Event> answers = InParallel.call(4, i -> subject.events().create(event, key));
        assertThat(new HashSet<>(answers)).hasSize(1);
        assertThat(search(byMetadata("{}")).total()).isOne();
        assertThatThrownBy(() -> subject.events().create(event, new IdempotencyKey("k", "POST /v1/events", "other")))
                .hasMessageContaining("was used with another body");
        subject.events().delete(answers.getFirst().id());
        assertThatThrownBy(() -> subject.events().create(event, key)).hasMessageContaining("has been deleted since");
    }

    @Test
    final void deleteMatching_needsAFilterAndCountsFirst() {
        List<NewEvent> many = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            many.add(new NewEvent(
                    Json.object("{text: 'chaff " + i + "'}"), Json.object("{keep: " + (i % 3 == 0) + "}"), null, null));
        }
        subject.events().createAll(many, null);
        EventFilter chaff = EventFilter.byMetadata(Json.object("{keep: false}"));
        assertThatThrownBy(() -> subject.events().deleteMatching(EventFilter.ALL, false))
                .hasMessageContaining("at least one filter");
        assertThat(subject.events().deleteMatching(chaff, true).matched()).isEqualTo(20);
        assertThat(search(byMetadata("{}")).total()).isEqualTo(30);
        assertThat(subject.events().deleteMatching(chaff, false).deleted()).isEqualTo(20);
        assertThat(search(byMetadata("{}")).total()).isEqualTo(10);
        assertThat(search(query("chaff", SearchMode.LEXICAL)).total()).isEqualTo(10);
    }

    @Test
    final void list_pagesThroughEverythingOnce() {
        Set<EventId> created = new HashSet<>();
        for (int i = 0; i < 23; i++) {
            created.add(create("page " + i, "{}").id());
        }
        Set<EventId> listed = new HashSet<>();
        EventPage page = subject.events().list(EventFilter.ALL, null, 5);
        while (true) {
            page.events().forEach(event -> assertThat(listed.add(event.id())).isTrue());
            if (page.next() == null) {
                break;
            }
            page = subject.events().list(EventFilter.ALL, page.next(), 5);
        }
        assertThat(listed).isEqualTo(created);
    }

    @Test
    final void vectorSearch_withinTheThreshold_elseFallsBack() {
        Event near = create("red green blue", "{}");
        Event far = create("quick brown fox", "{}");
        EventSearchPage within =
                search(new EventQuery("red green blue", null, SearchMode.VECTOR, EventFilter.ALL, 10, 0, 0.5, true));
        assertThat(ids(within)).containsExactly(near.id());
        assertThat(within.total()).isOne();
        EventSearchPage fallback = search(
                new EventQuery("entirely unrelated words", null, SearchMode.VECTOR, EventFilter.ALL, 10, 0, 0.1, true));
        assertThat(ids(fallback)).containsExactlyInAnyOrder(near.id(), far.id());
        assertThat(fallback.total()).isEqualTo(2);
        assertThat(explanation(fallback).fallback()).isTrue();
        EventSearchPage filtered = search(new EventQuery(
                "entirely unrelated words",
                null,
                SearchMode.VECTOR,
                new EventFilter(Json.object("{}"), EventSample.NOON.minusSeconds(1_000_000), null),
                10,
                0,
                0.1,
                true));
        assertThat(filtered.hits()).isEmpty();
        assertThat(explanation(filtered).emptyBecause()).anyMatch(reason -> reason.contains("threshold 0.1"));
    }

    @Test
    final void search_pastTheEnd_isEmptyWithTheTrueTotal() {
        for (int i = 0; i < 7; i++) {
            create("same words", "{n: " + i + "}");
        }
        for (SearchMode mode : SearchMode.values()) {
            EventSearchPage page = search(
                    new EventQuery("same words", null, mode, EventFilter.ALL, 5, 100, EventQuery.NO_THRESHOLD, true));
            assertThat(page.hits()).as("%s", mode).isEmpty();
            assertThat(page.total()).as("%s", mode).isEqualTo(7);
            assertThat(explanation(page).emptyBecause()).first().asString().contains("past the last of 7");
        }
    }

    @Test
    final void search_pages_showEverythingOnce() {
        Set<EventId> created = new HashSet<>();
        for (int i = 0; i < 25; i++) {
            created.add(create("common word" + i % 5, "{}").id());
        }
        for (SearchMode mode : SearchMode.values()) {
            Set<EventId> seen = new HashSet<>();
            long total = 1;
            for (int offset = 0; offset < total; offset += 4) {
                EventSearchPage page = search(new EventQuery(
                        "common word1", null, mode, EventFilter.ALL, 4, offset, EventQuery.NO_THRESHOLD, false));
                total = page.total();
                assertThat(page.relation()).isEqualTo(TotalRelation.EQUAL);
                page.hits()
                        .forEach(hit -> assertThat(seen.add(hit.event().id())).isTrue());
            }
            assertThat(seen).as("%s", mode).isEqualTo(created);
        }
    }

    @Test
    final void search_withMetadata_isExact() {
        Event tagged = create("needle in hay", "{tags: [{a: 1, b: 2}], n: 1.0}");
        // The same leaves on the same paths, yet in two array elements: no match for the pair.
        create("needle in hay", "{tags: [{a: 1}, {b: 2}], n: 2}");
        for (SearchMode mode : SearchMode.values()) {
            assertThat(found(new EventQuery(
                            "needle",
                            null,
                            mode,
                            EventFilter.byMetadata(Json.object("{tags: [{a: 1, b: 2}]}")),
                            10,
                            0,
                            EventQuery.NO_THRESHOLD,
                            false)))
                    .as("%s", mode)
                    .containsExactly(tagged.id());
        }
        assertThat(found(filtered("needle", "{n: 1}"))).containsExactly(tagged.id());
        assertThat(found(filtered("needle", "{n: '1'}"))).isEmpty();
    }

    @Test
    final void search_byTime_isInclusiveAtBothEnds() {
        Event event = subject.events()
                .create(new NewEvent(Json.object("{text: 'noon'}"), Json.object("{}"), null, EventSample.NOON), null);
        EventFilter exactly = new EventFilter(Json.object("{}"), EventSample.NOON, EventSample.NOON);
        EventFilter later = new EventFilter(Json.object("{}"), EventSample.NOON.plusNanos(1_000), null);
        EventFilter inverted =
                new EventFilter(Json.object("{}"), EventSample.NOON.plusSeconds(1), EventSample.NOON.minusSeconds(1));
        for (SearchMode mode : SearchMode.values()) {
            assertThat(found(noon(mode, exactly))).containsExactly(event.id());
            assertThat(found(noon(mode, later))).isEmpty();
            assertThat(found(noon(mode, inverted))).isEmpty();
        }
    }

    @Test
    final void lexicalSearch_ofAVector_isRefused() {
        assertThatThrownBy(() -> search(new EventQuery(
                        null,
                        embedder.embed("x"),
                        SearchMode.LEXICAL,
                        EventFilter.ALL,
                        10,
                        0,
                        EventQuery.NO_THRESHOLD,
                        false)))
                .hasMessageContaining("needs words");
    }

    @Test
    final void explain_namesRanksPerChannelAndEmptiness() {
        assertThat(explanation(search(explained("anything"))).emptyBecause())
                .containsExactly("No event is stored yet.");
        create("hybrid ranks", "{}");
        EventHit hit = search(explained("hybrid ranks")).hits().getFirst();
        HitExplanation explanation = Objects.requireNonNull(hit.explanation());
        assertThat(explanation.vectorRank()).isOne();
        assertThat(explanation.lexicalRank()).isOne();
        assertThat(explanation.fusedScore()).isEqualTo(2.0 / 11);
    }

    private static SearchExplanation explanation(EventSearchPage page) {
        return Objects.requireNonNull(page.explanation());
    }

    private EventQuery explained(String text) {
        return new EventQuery(text, null, SearchMode.HYBRID, EventFilter.ALL, 10, 0, EventQuery.NO_THRESHOLD, true);
    }

    private static EventQuery noon(SearchMode mode, EventFilter filter) {
        return new EventQuery("noon", null, mode, filter, 10, 0, EventQuery.NO_THRESHOLD, false);
    }

    private Event create(String text, String metadata) {
        return subject.events()
                .create(new NewEvent(Json.object("{}").put("text", text), Json.object(metadata), null, null), null);
    }

    private String body(EventId id) {
        RenderedEvent rendered =
                subject.rendered().find(id, Variant.WITH_EMBEDDING, false).orElseThrow();
        return new String(rendered.body(), StandardCharsets.UTF_8);
    }

    private EventSearchPage search(EventQuery query) {
        return subject.search().search(query);
    }

    private List<EventId> found(EventQuery query) {
        return ids(search(query));
    }

    private static List<EventId> ids(EventSearchPage page) {
        return page.hits().stream().map(hit -> hit.event().id()).toList();
    }

    private static EventQuery query(String text, SearchMode mode) {
        return new EventQuery(text, null, mode, EventFilter.ALL, 10, 0, 1.2, false);
    }

    private static EventQuery filtered(String text, String metadata) {
        return new EventQuery(
                text,
                null,
                SearchMode.VECTOR,
                EventFilter.byMetadata(Json.object(metadata)),
                10,
                0,
                EventQuery.NO_THRESHOLD,
                false);
    }

    private static EventQuery byMetadata(String metadata) {
        return EventQuery.filterOnly(EventFilter.byMetadata(Json.object(metadata)), 10, 0);
    }
}
