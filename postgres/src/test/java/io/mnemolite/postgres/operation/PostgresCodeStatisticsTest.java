package io.mnemolite.postgres.operation;

import io.mnemolite.contract.CodeStatisticsContract;
import io.mnemolite.core.code.store.CodeStore;
import io.mnemolite.core.operation.CodeStatistics;
import io.mnemolite.postgres.TestStore;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresCodeStatisticsTest extends CodeStatisticsContract {

    @RegisterExtension
    static final TestStore STORE = TestStore.major(18);

    @Override
    protected CodeStore store() {
        return STORE.empty().code();
    }

    @Override
    protected CodeStatistics statistics() {
        return STORE.store().codeStatistics();
    }
}
