package io.mnemolite.contract;

import io.mnemolite.contract.event.ConcurrencyPromises;
import io.mnemolite.contract.event.DeletionPromises;
import io.mnemolite.contract.event.FilterPromises;
import io.mnemolite.contract.event.HostileContentPromises;
import io.mnemolite.contract.event.IdempotencyPromises;
import io.mnemolite.contract.event.ImportPromises;
import io.mnemolite.contract.event.InsertionPromises;
import io.mnemolite.contract.event.MetadataPromises;
import io.mnemolite.contract.event.OrderPromises;
import io.mnemolite.contract.event.ReplacementPromises;
import io.mnemolite.contract.event.VectorPromises;
import io.mnemolite.core.event.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every {@link EventStore} promises. */
public abstract class EventStoreContract {

    private EventStore subject;

    /** An empty store without a space, keys or changes; called once per test. */
    protected abstract EventStore store();

    @BeforeEach
    final void open() {
        subject = store();
    }

    @Test
    final void randomOperations_giveWhatTheModelGives() {
        new RandomOperations(subject).run();
    }

    @Nested
    class Insertion extends InsertionPromises {
        @Override
        protected EventStore store() {
            return subject;
        }
    }

    @Nested
    class Idempotency extends IdempotencyPromises {
        @Override
        protected EventStore store() {
            return subject;
        }
    }

    @Nested
    class Import extends ImportPromises {
        @Override
        protected EventStore store() {
            return subject;
        }
    }

    @Nested
    class Metadata extends MetadataPromises {
        @Override
        protected EventStore store() {
            return subject;
        }
    }

    @Nested
    class Replacement extends ReplacementPromises {
        @Override
        protected EventStore store() {
            return subject;
        }
    }

    @Nested
    class Deletion extends DeletionPromises {
        @Override
        protected EventStore store() {
            return subject;
        }
    }

    @Nested
    class Filter extends FilterPromises {
        @Override
        protected EventStore store() {
            return subject;
        }
    }

    @Nested
    class Order extends OrderPromises {
        @Override
        protected EventStore store() {
            return subject;
        }
    }

    @Nested
    class Vector extends VectorPromises {
        @Override
        protected EventStore store() {
            return subject;
        }
    }

    @Nested
    class HostileContent extends HostileContentPromises {
        @Override
        protected EventStore store() {
            return subject;
        }
    }

    @Nested
    class Concurrency extends ConcurrencyPromises {
        @Override
        protected EventStore store() {
            return subject;
        }
    }
}
