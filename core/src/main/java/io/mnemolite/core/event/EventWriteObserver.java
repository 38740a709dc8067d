package io.mnemolite.core.event;

import java.util.Collection;

/**
 * Told of each write after its transaction, before the write is acknowledged, even when its outcome is unknown. Does not
 * throw.
 */
public interface EventWriteObserver {

    /** The events of these ids may have changed, appeared or gone. */
    void written(Collection<EventId> ids);
}
