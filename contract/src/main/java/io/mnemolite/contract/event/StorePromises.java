package io.mnemolite.contract.event;

import io.mnemolite.contract.fixture.CanonicalEvent;
import io.mnemolite.contract.fixture.EventSample;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.EventStore;
import io.mnemolite.core.event.UpdateOutcome;
import java.util.List;
import java.util.stream.Stream;

/** One group of promises, checked on a store that is empty when a test begins. */
public abstract class StorePromises {

    protected abstract EventStore store();

    final List<Event> insert(EventSample... samples) {
        return store().insert(Stream.of(samples).map(EventSample::draft).toList());
    }

    /** The event as a read shows it. */
    final CanonicalEvent read(EventId id) {
        return CanonicalEvent.of(store().find(id).orElseThrow());
    }

    static Event updated(UpdateOutcome outcome) {
        return switch (outcome) {
            case UpdateOutcome.Updated(Event event) -> event;
            case UpdateOutcome.NotFound() -> throw new AssertionError("not found");
            case UpdateOutcome.RevisionMismatch(long current) -> throw new AssertionError("revision is " + current);
        };
    }

    static List<EventId> ids(List<Event> events) {
        return events.stream().map(Event::id).toList();
    }
}
