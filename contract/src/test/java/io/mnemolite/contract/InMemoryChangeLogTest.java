package io.mnemolite.contract;

import io.mnemolite.core.event.EventStore;
import io.mnemolite.core.event.InMemoryEventStore;
import io.mnemolite.core.indexing.ChangeLog;
import io.mnemolite.core.indexing.InMemoryChangeLog;
import java.time.Duration;

class InMemoryChangeLogTest extends ChangeLogContract {

    private final MovedClock clock = new MovedClock();
    private final InMemoryEventStore store = new InMemoryEventStore(clock);

    @Override
    protected EventStore store() {
        return store;
    }

    @Override
    protected ChangeLog log() {
        return new InMemoryChangeLog(store, clock);
    }

    @Override
    protected void age(Duration duration) {
        clock.move(duration);
    }
}
