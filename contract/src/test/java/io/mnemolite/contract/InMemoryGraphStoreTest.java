package io.mnemolite.contract;

import io.mnemolite.core.graph.GraphStore;
import io.mnemolite.core.graph.InMemoryGraphStore;

class InMemoryGraphStoreTest extends GraphStoreContract {

    @Override
    protected GraphStore store() {
        return new InMemoryGraphStore();
    }
}
