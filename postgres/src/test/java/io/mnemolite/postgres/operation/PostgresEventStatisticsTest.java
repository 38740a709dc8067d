package io.mnemolite.postgres.operation;

import io.mnemolite.contract.EventStatisticsContract;
import io.mnemolite.core.event.EventStore;
import io.mnemolite.core.operation.EventStatistics;
import io.mnemolite.postgres.TestStore;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresEventStatisticsTest extends EventStatisticsContract {

    @RegisterExtension
    static final TestStore STORE = TestStore.major(18);

    @Override
    protected EventStore store() {
        return STORE.empty().events();
    }

    @Override
    protected EventStatistics statistics() {
        return STORE.store().statistics();
    }
}
