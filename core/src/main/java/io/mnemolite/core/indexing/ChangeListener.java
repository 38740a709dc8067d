package io.mnemolite.core.indexing;

import io.mnemolite.core.event.EventId;
import java.util.Collection;

/** Hears of changes after they are in the index, whoever made them. Must not throw and must not block. */
public interface ChangeListener {

    /** These events changed. */
    void changed(Collection<EventId> ids);

    /** Anything may have changed. */
    void everythingChanged();
}
