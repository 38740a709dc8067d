package io.mnemolite.contract.search;

import io.mnemolite.core.search.EventIndex;
import java.util.function.Supplier;

/** The index that a test works on, which may be closed and opened again in its course. */
public final class IndexUnderTest {

    private EventIndex index;
    private final Supplier<EventIndex> another;

    /** @param another opens an index at the place of the one that was closed */
    public IndexUnderTest(EventIndex index, Supplier<EventIndex> another) {
        this.index = index;
        this.another = another;
    }

    public EventIndex index() {
        return index;
    }

    void reopen() {
        index.close();
        index = another.get();
    }
}
