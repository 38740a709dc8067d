package io.mnemolite.contract;

import io.mnemolite.core.search.EventIndex;
import io.mnemolite.core.search.InMemoryEventIndex;

class InMemoryEventIndexTest extends EventIndexContract {

    private InMemoryEventIndex.Place place = new InMemoryEventIndex.Place();

    @Override
    protected EventIndex openIndex() {
        place = new InMemoryEventIndex.Place();
        return reopen();
    }

    @Override
    protected EventIndex reopen() {
        return new InMemoryEventIndex(DIMENSION, place);
    }
}
