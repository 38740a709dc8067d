package io.mnemolite.core.search;

import io.mnemolite.core.change.DerivedIndex;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventId;

/** The search index of events. Snapshots are taken concurrently, while events are applied too. */
public interface EventIndex extends DerivedIndex<EventId, Event> {

    /** A view that covers every {@link #apply} that returned before this call. */
    IndexSnapshot snapshot();
}
