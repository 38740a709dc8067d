package io.mnemolite.contract;

import io.mnemolite.core.change.ChangeLog;
import io.mnemolite.core.change.InMemoryChangeLog;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.core.code.store.CodeStore;
import io.mnemolite.core.code.store.InMemoryCodeStore;

class InMemoryCodeStoreTest extends CodeStoreContract {

    private final InMemoryCodeStore store = new InMemoryCodeStore();

    @Override
    protected CodeStore store() {
        return store;
    }

    @Override
    protected ChangeLog<CodeFileId> log() {
        return new InMemoryChangeLog<>(store);
    }
}
