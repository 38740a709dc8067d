package io.mnemolite.contract.indexing;

import io.mnemolite.contract.fixture.EventSample;
import io.mnemolite.contract.fixture.Eventually;
import io.mnemolite.core.change.Change;
import io.mnemolite.core.change.ChangeLog;
import io.mnemolite.core.change.IndexPosition;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.EventStore;
import java.util.List;
import java.util.stream.Stream;

/** One group of promises, checked on the log of a store that is empty when a test begins. */
public abstract class LogPromises {

    protected abstract EventStore store();

    protected abstract ChangeLog<EventId> log();

    final List<Event> insert(EventSample... samples) {
        return store().insert(Stream.of(samples).map(EventSample::draft).toList());
    }

    /**
     * The changes after the position, at least {@code count} of them: a transaction of somebody else's that still runs
     * may hide them for a moment.
     */
    final List<Change<EventId>> changesAfter(IndexPosition position, int count) {
        return Eventually.get(() -> log().after(position, 1000), changes -> changes.size() >= count);
    }

    /** What the log shows of everything so far, asked after one more write has become visible. */
    final List<Change<EventId>> allChangesAfter(IndexPosition position) {
        EventId last = insert(EventSample.text("the last one")).getFirst().id();
        List<Change<EventId>> changes = Eventually.get(
                () -> log().after(position, 1000),
                seen -> seen.stream().anyMatch(change -> change.id().equals(last)));
        return changes.stream().filter(change -> !change.id().equals(last)).toList();
    }

    static IndexPosition positionOf(Change<EventId> change, IndexPosition sameStore) {
        return new IndexPosition(sameStore.store(), change.xid(), change.seq());
    }

    static List<EventId> ids(List<Change<EventId>> changes) {
        return changes.stream().map(Change::id).toList();
    }
}
