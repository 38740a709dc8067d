package io.mnemolite.contract;

import io.mnemolite.core.event.EventStore;
import io.mnemolite.core.event.InMemoryEventStore;

class InMemoryEventStoreTest extends EventStoreContract {

    @Override
    protected EventStore store() {
        return new InMemoryEventStore();
    }
}
