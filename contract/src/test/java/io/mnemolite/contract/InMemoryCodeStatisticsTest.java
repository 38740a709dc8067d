package io.mnemolite.contract;

import io.mnemolite.core.code.store.CodeStore;
import io.mnemolite.core.code.store.InMemoryCodeStore;
import io.mnemolite.core.operation.CodeStatistics;
import io.mnemolite.core.operation.InMemoryCodeStatistics;

class InMemoryCodeStatisticsTest extends CodeStatisticsContract {

    private final InMemoryCodeStore store = new InMemoryCodeStore();

    @Override
    protected CodeStore store() {
        return store;
    }

    @Override
    protected CodeStatistics statistics() {
        return new InMemoryCodeStatistics(store);
    }
}
