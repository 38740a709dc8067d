package io.mnemolite.contract;

import io.mnemolite.core.change.ChangeLog;
import io.mnemolite.core.change.InMemoryChangeLog;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.EventStore;
import io.mnemolite.core.event.InMemoryEventStore;
import java.time.Duration;

class InMemoryChangeLogTest extends ChangeLogContract {

    private final MovedClock clock = new MovedClock();
    private final InMemoryEventStore store = new InMemoryEventStore(clock);

    @Override
    protected EventStore store() {
        return store;
    }

    @Override
    protected ChangeLog<EventId> log() {
        return new InMemoryChangeLog<>(store, clock);
    }

    @Override
    protected void age(Duration duration) {
        clock.move(duration);
    }
}
