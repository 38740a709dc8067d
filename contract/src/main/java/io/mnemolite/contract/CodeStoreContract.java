package io.mnemolite.contract;

import io.mnemolite.contract.code.CodeLogPromises;
import io.mnemolite.contract.code.TextVectorPromises;
import io.mnemolite.contract.code.WritePromises;
import io.mnemolite.core.change.ChangeLog;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.core.code.store.CodeStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

/** What every {@link CodeStore} promises. */
public abstract class CodeStoreContract {

    private CodeStore subject;
    private ChangeLog<CodeFileId> log;

    /** An empty store; called once per test, before {@link #log}. */
    protected abstract CodeStore store();

    /** The log of the store made last. */
    protected abstract ChangeLog<CodeFileId> log();

    @BeforeEach
    final void open() {
        subject = store();
        log = log();
    }

    @Nested
    class Write extends WritePromises {
        @Override
        protected CodeStore store() {
            return subject;
        }
    }

    @Nested
    class TextVector extends TextVectorPromises {
        @Override
        protected CodeStore store() {
            return subject;
        }
    }

    @Nested
    class Log extends CodeLogPromises {
        @Override
        protected CodeStore store() {
            return subject;
        }

        @Override
        protected ChangeLog<CodeFileId> log() {
            return log;
        }
    }
}
