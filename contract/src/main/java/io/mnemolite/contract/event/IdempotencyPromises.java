package io.mnemolite.contract.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.contract.fixture.CanonicalEvent;
import io.mnemolite.contract.fixture.EventSample;
import io.mnemolite.contract.fixture.InParallel;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventDraft;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.IdempotencyKey;
import io.mnemolite.core.event.InsertOutcome;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Insertion under a key. */
public abstract class IdempotencyPromises extends StorePromises {

    private static final IdempotencyKey KEY = new IdempotencyKey("key-1", "POST /v1/events", "a".repeat(64));

    private final List<EventDraft> first =
            List.of(EventSample.text("one").draft(), EventSample.text("two").draft());
    private final List<EventDraft> second =
            List.of(EventSample.text("one").draft(), EventSample.text("two").draft());

    @Test
    void insert_underNewKey_storesInOrder() {
        InsertOutcome outcome = store().insert(first, KEY);

        assertThat(outcome).isInstanceOfSatisfying(InsertOutcome.Inserted.class, inserted -> {
            assertThat(CanonicalEvent.ofAll(inserted.events()))
                    .isEqualTo(first.stream().map(CanonicalEvent::of).toList());
        });
        assertThat(store().count(EventFilter.ALL)).isEqualTo(2);
    }

    @Test
    void insert_underUsedKey_namesTheFirstOnesIdsInOrderAndStoresNothing() {
        store().insert(first, KEY);

        InsertOutcome outcome = store().insert(second, KEY);

        assertThat(outcome).isEqualTo(new InsertOutcome.Repeated(draftIds(first)));
        assertThat(store().count(EventFilter.ALL)).isEqualTo(2);
    }

    @Test
    void insert_underUsedKey_namesIdsOfEventsDeletedSince() {
        store().insert(first, KEY);
        store().delete(first.getFirst().id());

        assertThat(store().insert(second, KEY)).isEqualTo(new InsertOutcome.Repeated(draftIds(first)));
    }

    @Test
    void insert_underUsedKeyWithAnotherBody_isRefused() {
        store().insert(first, KEY);

        InsertOutcome outcome = store().insert(second, new IdempotencyKey(KEY.key(), KEY.route(), "b".repeat(64)));

        assertThat(outcome).isEqualTo(new InsertOutcome.KeyReused());
        assertThat(store().count(EventFilter.ALL)).isEqualTo(2);
    }

    @Test
    void insert_underKeyOfAnotherRoute_isUnrelated() {
        store().insert(first, KEY);

        InsertOutcome outcome =
                store().insert(second, new IdempotencyKey(KEY.key(), "POST /v1/events/batch", KEY.bodyHash()));

        assertThat(outcome).isInstanceOf(InsertOutcome.Inserted.class);
        assertThat(store().count(EventFilter.ALL)).isEqualTo(4);
    }

    @Test
    void insert_underKeyOfTwoHundredHostileCharacters_isKept() {
        IdempotencyKey hostile = new IdempotencyKey("'\"\\%_;--é漢".repeat(20), KEY.route(), KEY.bodyHash());
        store().insert(first, hostile);

        assertThat(store().insert(second, hostile)).isEqualTo(new InsertOutcome.Repeated(draftIds(first)));
    }

    @Test
    void insert_thatFails_leavesTheKeyFree() {
        store().insert(first);
        assertThatThrownBy(() -> store().insert(first, KEY)).isInstanceOf(MnemoliteException.class);

        assertThat(store().insert(second, KEY)).isInstanceOf(InsertOutcome.Inserted.class);
    }

    @Test
    void insert_underOneKeyFromManyThreads_storesOnce() throws Exception {
        List<InsertOutcome> outcomes = InParallel.call(
                8,
                number -> store().insert(
                                List.of(
                                        EventSample.text("from " + number).draft(),
                                        EventSample.text("also from " + number).draft()),
                                KEY));

        assertThat(store().count(EventFilter.ALL)).isEqualTo(2);
        assertThat(outcomes)
                .filteredOn(InsertOutcome.Inserted.class::isInstance)
                .hasSize(1);
        Set<List<EventId>> named = new HashSet<>();
        outcomes.forEach(outcome -> named.add(idsOf(outcome)));
        assertThat(named).hasSize(1);
    }

    private static List<EventId> idsOf(InsertOutcome outcome) {
        return switch (outcome) {
            case InsertOutcome.Inserted(List<Event> events) -> ids(events);
            case InsertOutcome.Repeated(List<EventId> repeated) -> repeated;
            case InsertOutcome.KeyReused() -> List.of();
        };
    }

    private static List<EventId> draftIds(List<EventDraft> drafts) {
        return drafts.stream().map(EventDraft::id).toList();
    }
}
