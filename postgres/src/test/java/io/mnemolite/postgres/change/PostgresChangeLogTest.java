package io.mnemolite.postgres.change;

import io.mnemolite.contract.ChangeLogContract;
import io.mnemolite.core.change.ChangeLog;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.EventStore;
import io.mnemolite.postgres.TestStore;
import java.time.Duration;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresChangeLogTest extends ChangeLogContract {

    @RegisterExtension
    static final TestStore STORE = TestStore.major(18);

    @Override
    protected EventStore store() {
        return STORE.empty().events();
    }

    @Override
    protected ChangeLog<EventId> log() {
        return STORE.store().changes();
    }

    @Override
    protected void age(Duration duration) {
        STORE.execute("update mnemolite.change set at = at - ?::interval", duration.toString());
    }
}
