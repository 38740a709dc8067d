package io.mnemolite.contract;

import io.mnemolite.contract.code.CodeApplyPromises;
import io.mnemolite.contract.code.CodeIndexPromises;
import io.mnemolite.contract.code.CodeLexicalPromises;
import io.mnemolite.core.code.search.CodeIndex;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

/** What every {@link CodeIndex} promises. */
public abstract class CodeIndexContract {

    /** The dimension of the vectors that the index under test searches. */
    protected static final int DIMENSION = CodeIndexPromises.DIMENSION;

    private CodeIndex subject;

    /** An index at an empty place; called once per test. */
    protected abstract CodeIndex openIndex();

    @BeforeEach
    final void open() {
        subject = openIndex();
    }

    @AfterEach
    final void close() {
        subject.close();
    }

    @Nested
    class Apply extends CodeApplyPromises {
        @Override
        protected CodeIndex index() {
            return subject;
        }
    }

    @Nested
    class Lexical extends CodeLexicalPromises {
        @Override
        protected CodeIndex index() {
            return subject;
        }
    }
}
