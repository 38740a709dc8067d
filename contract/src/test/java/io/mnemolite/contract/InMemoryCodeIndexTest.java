package io.mnemolite.contract;

import io.mnemolite.core.code.search.CodeIndex;
import io.mnemolite.core.code.search.InMemoryCodeIndex;

class InMemoryCodeIndexTest extends CodeIndexContract {

    @Override
    protected CodeIndex openIndex() {
        return new InMemoryCodeIndex(DIMENSION);
    }
}
