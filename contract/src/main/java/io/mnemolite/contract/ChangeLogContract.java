package io.mnemolite.contract;

import io.mnemolite.contract.indexing.LoggingPromises;
import io.mnemolite.contract.indexing.PositionPromises;
import io.mnemolite.core.change.ChangeLog;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.EventStore;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

/** What every {@link ChangeLog} promises, and what every store promises to write to it. */
public abstract class ChangeLogContract {

    private EventStore store;
    private ChangeLog<EventId> log;

    /** An empty store without a space, keys or changes; called once per test, before {@link #log}. */
    protected abstract EventStore store();

    /** The log of the store made last; called once per test. */
    protected abstract ChangeLog<EventId> log();

    /** Makes every change logged so far look that much older. */
    protected abstract void age(Duration duration);

    @BeforeEach
    final void open() {
        store = store();
        log = log();
    }

    @Nested
    class Logging extends LoggingPromises {
        @Override
        protected EventStore store() {
            return store;
        }

        @Override
        protected ChangeLog<EventId> log() {
            return log;
        }
    }

    @Nested
    class Position extends PositionPromises {
        @Override
        protected EventStore store() {
            return store;
        }

        @Override
        protected ChangeLog<EventId> log() {
            return log;
        }

        @Override
        protected void age(Duration duration) {
            ChangeLogContract.this.age(duration);
        }
    }
}
