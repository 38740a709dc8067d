package io.mnemolite.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.contract.fixture.EventSample;
import io.mnemolite.core.event.EventDraft;
import io.mnemolite.core.event.EventStore;
import io.mnemolite.core.event.IdempotencyKey;
import io.mnemolite.core.event.InMemoryEventStore;
import io.mnemolite.core.event.InsertOutcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryEventStoreTest extends EventStoreContract {

    private final MovedClock clock = new MovedClock();

    @Override
    protected EventStore store() {
        return new InMemoryEventStore(clock);
    }

    @Test
    void insert_underAKeyOlderThanADay_stores() {
        EventStore store = store();
        IdempotencyKey key = new IdempotencyKey("key", "route", "hash");
        List<EventDraft> drafts = List.of(EventSample.text("again").draft());
        store.insert(List.of(EventSample.text("first").draft()), key);

        clock.move(Duration.ofHours(23));
        assertThat(store.insert(drafts, key)).isInstanceOf(InsertOutcome.Repeated.class);
        clock.move(Duration.ofHours(1));
        assertThat(store.insert(drafts, key)).isInstanceOf(InsertOutcome.Inserted.class);
    }
}
