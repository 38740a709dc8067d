package io.mnemolite.contract;

import io.mnemolite.core.event.EventStore;
import io.mnemolite.core.event.InMemoryEventStore;
import io.mnemolite.core.operation.EventStatistics;
import io.mnemolite.core.operation.InMemoryEventStatistics;

class InMemoryEventStatisticsTest extends EventStatisticsContract {

    private final InMemoryEventStore store = new InMemoryEventStore();

    @Override
    protected EventStore store() {
        return store;
    }

    @Override
    protected EventStatistics statistics() {
        return new InMemoryEventStatistics(store);
    }
}
