package io.mnemolite.contract;

import io.mnemolite.contract.search.ApplyPromises;
import io.mnemolite.contract.search.DurabilityPromises;
import io.mnemolite.contract.search.IndexFilterPromises;
import io.mnemolite.contract.search.IndexPromises;
import io.mnemolite.contract.search.IndexUnderTest;
import io.mnemolite.contract.search.LexicalPromises;
import io.mnemolite.contract.search.NearestPromises;
import io.mnemolite.contract.search.SnapshotPromises;
import io.mnemolite.core.search.EventIndex;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

/** What every {@link EventIndex} promises. */
public abstract class EventIndexContract {

    /** The dimension of the vectors that the index under test searches. */
    protected static final int DIMENSION = IndexPromises.DIMENSION;

    private IndexUnderTest subject;

    /** An index at an empty place; called once per test. */
    protected abstract EventIndex openIndex();

    /** Another index at the same place, after the one there was closed. */
    protected abstract EventIndex reopen();

    @BeforeEach
    final void open() {
        subject = new IndexUnderTest(openIndex(), this::reopen);
    }

    @AfterEach
    final void close() {
        subject.index().close();
    }

    @Nested
    class Apply extends ApplyPromises {
        @Override
        protected IndexUnderTest subject() {
            return subject;
        }
    }

    @Nested
    class Nearest extends NearestPromises {
        @Override
        protected IndexUnderTest subject() {
            return subject;
        }
    }

    @Nested
    class Lexical extends LexicalPromises {
        @Override
        protected IndexUnderTest subject() {
            return subject;
        }
    }

    @Nested
    class IndexFilter extends IndexFilterPromises {
        @Override
        protected IndexUnderTest subject() {
            return subject;
        }
    }

    @Nested
    class Snapshot extends SnapshotPromises {
        @Override
        protected IndexUnderTest subject() {
            return subject;
        }
    }

    @Nested
    class Durability extends DurabilityPromises {
        @Override
        protected IndexUnderTest subject() {
            return subject;
        }
    }
}
