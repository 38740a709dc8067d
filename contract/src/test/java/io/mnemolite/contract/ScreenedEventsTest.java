package io.mnemolite.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.contract.fixture.Json;
import io.mnemolite.contract.fixture.WordEmbedder;
import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.embedding.StoredVector;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.EmbeddingPolicy;
import io.mnemolite.core.event.EmbeddingPolicy.FailureStrategy;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventDraft;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.Events;
import io.mnemolite.core.event.IdempotencyKey;
import io.mnemolite.core.event.ImportOutcome;
import io.mnemolite.core.event.InMemoryEventStore;
import io.mnemolite.core.event.MadeVector;
import io.mnemolite.core.event.NewEvent;
import io.mnemolite.core.event.ScreenedEvents;
import io.mnemolite.core.event.SourceText;
import io.mnemolite.core.event.StoredEvents;
import io.mnemolite.core.event.UpdateOutcome;
import io.mnemolite.core.secret.Redactions;
import io.mnemolite.core.secret.Redactions.Counted;
import io.mnemolite.core.secret.Screening;
import io.mnemolite.core.secret.SecretDetection;
import io.mnemolite.core.secret.SecretPolicy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every entrance of {@link Events} by which a secret could come in. */
class ScreenedEventsTest {

    private static final String TOKEN = "ghp" + "_" + "a1B2c3D4e5F6".repeat(3);
    private static final String REDACTED = "[redacted: github-token]";
    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05Z");

    private final InMemoryEventStore store = new InMemoryEventStore();
    private final WordEmbedder embedder = new WordEmbedder();
    private final Events stored = new StoredEvents(
            store,
            embedder,
            new EmbeddingPolicy(true, FailureStrategy.SOFT, SourceText.DEFAULT),
            ids -> {},
            Clock.systemUTC());
    private final Screening redacting = new Screening(SecretDetection.bundled(), SecretPolicy.REDACT);
    private final Events events = new ScreenedEvents(stored, redacting);
    private final Events blocking =
            new ScreenedEvents(stored, new Screening(SecretDetection.bundled(), SecretPolicy.BLOCK));

    @Test
    void create_storesAndEmbedsTheRedactedText() {
        Counted<Event> created = Redactions.counted(
                () -> events.create(event("{text: 'use %s'}".formatted(TOKEN), "{a: ['%s']}".formatted(TOKEN)), null));

        assertThat(created.byKind()).isEqualTo(Map.of("github-token", 2));
        Event event = store.find(created.result().id()).orElseThrow();
        assertThat(event.content()).isEqualTo(object("{text: 'use %s'}".formatted(REDACTED)));
        assertThat(event.metadata()).isEqualTo(object("{a: ['%s']}".formatted(REDACTED)));
        assertThat(event.vector()).isEqualTo(model("use " + REDACTED));
        assertThat(redacting.found("github-token")).isEqualTo(2);
    }

    @Test
    void create_keepsTheVectorOfTheClientAndTheTime() {
        EmbeddingVector vector = embedder.embed("the client's own");

        Event event =
                events.create(new NewEvent(object("{text: '%s'}".formatted(TOKEN)), object("{}"), vector, TIME), null);

        assertThat(event.vector()).isEqualTo(new StoredVector(StoredVector.CLIENT, vector));
        assertThat(event.timestamp()).isEqualTo(TIME);
        assertThat(event.content()).isEqualTo(object("{text: '%s'}".formatted(REDACTED)));
    }

    @Test
    void create_withAKeyAgain_isTheSameEventAndCountsAlike() {
        IdempotencyKey key = new IdempotencyKey("k", "route", "hash of the body as sent");
        NewEvent event = event("{text: '%s'}".formatted(TOKEN), "{}");

        Counted<Event> first = Redactions.counted(() -> events.create(event, key));
        Counted<Event> second = Redactions.counted(() -> events.create(event, key));

        assertThat(second).isEqualTo(first);
        assertThat(first.total()).isEqualTo(1);
        assertThat(store.count(EventFilter.ALL)).isEqualTo(1);
    }

    @Test
    void createAll_redactsEachEvent() {
        Counted<List<Event>> created = Redactions.counted(() -> events.createAll(
                List.of(event("{text: 'plain'}", "{}"), event("{text: '%s'}".formatted(TOKEN), "{}")), null));

        assertThat(created.result())
                .extracting(event -> event.content().get("text").asText())
                .containsExactly("plain", REDACTED);
        assertThat(created.total()).isEqualTo(1);
    }

    @Test
    void mergeMetadata_redactsThePatch() {
        Event event = events.create(event("{}", "{kept: 1}"), null);

        Counted<UpdateOutcome> merged = Redactions.counted(() ->
                events.mergeMetadata(event.id(), object("{deep: {token: '%s'}}".formatted(TOKEN)), OptionalLong.of(1)));

        assertThat(merged.total()).isEqualTo(1);
        assertThat(store.find(event.id()).orElseThrow().metadata())
                .isEqualTo(object("{kept: 1, deep: {token: '%s'}}".formatted(REDACTED)));
    }

    @Test
    void replace_redactsBothAndEmbedsTheRedactedText() {
        Event event = events.create(event("{text: 'before'}", "{}"), null);

        Counted<UpdateOutcome> replaced = Redactions.counted(() -> events.replace(
                event.id(),
                object("{text: 'now %s'}".formatted(TOKEN)),
                object("{m: '%s'}".formatted(TOKEN)),
                OptionalLong.empty()));

        assertThat(replaced.total()).isEqualTo(2);
        Event after = store.find(event.id()).orElseThrow();
        assertThat(after.content()).isEqualTo(object("{text: 'now %s'}".formatted(REDACTED)));
        assertThat(after.metadata()).isEqualTo(object("{m: '%s'}".formatted(REDACTED)));
        assertThat(after.vector()).isEqualTo(model("now " + REDACTED));
    }

    @Test
    void importAll_redactsAndHasAModelsVectorMadeAnew() {
        EmbeddingVector ofTheSecret = embedder.embed(TOKEN);
        EventDraft byModel = draft(1, TOKEN, new StoredVector(embedder.space().model(), ofTheSecret));
        EventDraft byClient = draft(2, TOKEN, new StoredVector(StoredVector.CLIENT, ofTheSecret));
        EventDraft plain = draft(3, "plain", new StoredVector(embedder.space().model(), ofTheSecret));

        Counted<List<ImportOutcome>> imported =
                Redactions.counted(() -> events.importAll(List.of(byModel, byClient, plain)));

        assertThat(imported.result()).containsOnly(ImportOutcome.STORED).hasSize(3);
        assertThat(imported.total()).isEqualTo(2);
        Event first = store.find(byModel.id()).orElseThrow();
        assertThat(first.content()).isEqualTo(object("{text: '%s'}".formatted(REDACTED)));
        assertThat(first.vector()).isNull();
        assertThat(first.awaitsVector()).isTrue();
        assertThat(store.find(byClient.id()).orElseThrow().vector()).isEqualTo(byClient.vector());
        assertThat(store.find(plain.id()).orElseThrow().vector()).isEqualTo(plain.vector());
    }

    @Test
    void importAll_again_isEqualThoughTheVectorHasBeenMadeSince() {
        EventDraft draft = draft(1, TOKEN, new StoredVector(embedder.space().model(), embedder.embed(TOKEN)));
        events.importAll(List.of(draft));
        Event before = store.find(draft.id()).orElseThrow();
        events.fillVectors(List.of(new MadeVector(before.id(), before.revision(), model(REDACTED))));

        assertThat(events.importAll(List.of(draft))).containsExactly(ImportOutcome.EQUAL_EXISTS);
        assertThat(events.importAll(List.of(draft(1, "other " + TOKEN, draft.vector()))))
                .containsExactly(ImportOutcome.DIFFERENT_EXISTS);
        assertThat(events.importAll(List.of(draft(1, "other", null)))).containsExactly(ImportOutcome.DIFFERENT_EXISTS);
    }

    @Test
    void everythingElse_isTheDelegates() {
        Event event = events.create(event("{text: 'x'}", "{project: 'a'}"), null);
        EventFilter filter = EventFilter.ALL;

        assertThat(events.find(event.id())).contains(event);
        assertThat(events.list(filter, null, 10).events()).containsExactly(event);
        assertThat(events.scan(null, 10)).containsExactly(event);
        assertThat(events.clearModelVectors()).isEqualTo(1);
        assertThatThrownBy(() -> events.deleteMatching(filter, true)).isInstanceOf(MnemoliteException.class);
        assertThat(events.delete(event.id())).isTrue();
    }

    @Test
    void blocking_refusesEveryEntranceAndStoresNothing() {
        Event event = blocking.create(event("{text: 'plain'}", "{}"), null);
        ObjectNode secret = object("{list: ['x', '%s']}".formatted(TOKEN));
        NewEvent refused = new NewEvent(secret, object("{}"), null, null);

        assertRefused(() -> blocking.create(refused, null), "content.list[1] (github-token)");
        assertRefused(
                () -> blocking.createAll(List.of(event("{}", "{}"), refused), null),
                "events[1].content.list[1] (github-token)");
        assertRefused(
                () -> blocking.mergeMetadata(event.id(), secret, OptionalLong.empty()),
                "metadata.list[1] (github-token)");
        assertRefused(
                () -> blocking.replace(event.id(), object("{}"), secret, OptionalLong.empty()),
                "metadata.list[1] (github-token)");
        assertThat(store.find(event.id())).contains(event);
        assertThat(store.count(EventFilter.ALL)).isEqualTo(1);
    }

    @Test
    void blocking_anImport_refusesOneEventAndStoresTheOthers() {
        List<ImportOutcome> outcomes = blocking.importAll(
                List.of(draft(1, "plain", null), draft(2, "my " + TOKEN, null), draft(3, "plain too", null)));

        assertThat(outcomes.get(0)).isEqualTo(ImportOutcome.STORED);
        assertThat(outcomes.get(1))
                .isInstanceOfSatisfying(
                        ImportOutcome.Refused.class,
                        refused -> assertThat(refused.sentence())
                                .contains("content.text (github-token)")
                                .doesNotContain(TOKEN));
        assertThat(outcomes.get(2)).isEqualTo(ImportOutcome.STORED);
        assertThat(store.count(EventFilter.ALL)).isEqualTo(2);
        assertThat(blocking.importAll(List.of(draft(2, TOKEN, null)))).hasSize(1);
    }

    private static void assertRefused(ThrowingCallable write, String place) {
        assertThatThrownBy(write).isInstanceOfSatisfying(MnemoliteException.class, refused -> {
            assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_VALUE);
            assertThat(refused.sentence()).contains("secret at " + place + ":").doesNotContain(TOKEN);
        });
    }

    private StoredVector model(String text) {
        return new StoredVector(embedder.space().model(), embedder.embed(text));
    }

    private static NewEvent event(String content, String metadata) {
        return new NewEvent(object(content), object(metadata), null, null);
    }

    private static EventDraft draft(int number, String text, @Nullable StoredVector vector) {
        return new EventDraft(
                new EventId(new UUID(0, number)),
                TIME,
                object("{text: '%s'}".formatted(text)),
                object("{}"),
                vector,
                vector == null);
    }

    private static ObjectNode object(String json) {
        return Json.object(json);
    }
}
