package io.mnemolite.postgres.event;

import io.mnemolite.contract.EventStoreContract;
import io.mnemolite.core.event.EventStore;
import io.mnemolite.postgres.TestStore;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresEventStoreTest extends EventStoreContract {

    @RegisterExtension
    static final TestStore STORE = TestStore.major(18);

    @Override
    protected EventStore store() {
        return STORE.empty().events();
    }
}
