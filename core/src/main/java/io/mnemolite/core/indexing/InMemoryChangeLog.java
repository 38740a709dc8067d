package io.mnemolite.core.indexing;

import io.mnemolite.core.event.InMemoryEventStore;
import io.mnemolite.core.event.RecordedChange;
import io.mnemolite.core.search.IndexPosition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The {@link ChangeLog} of an {@link InMemoryEventStore}, read from what it records. */
public final class InMemoryChangeLog implements ChangeLog {

    private static final Duration KEPT = Duration.ofDays(1);

    private final InMemoryEventStore store;
    private final Clock clock;
    private final String identity = UUID.randomUUID().toString();

    /** How many of the first changes are forgotten. */
    private int forgotten;

    public InMemoryChangeLog(InMemoryEventStore store) {
        this(store, Clock.systemUTC());
    }

    /** @param clock tells the age of changes; the same as the store's */
    public InMemoryChangeLog(InMemoryEventStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public synchronized IndexPosition horizon() {
        // The name is read first: a space adopted in between makes the position worthless rather than wrong.
        String name = storeName();
        List<Change> changes = changes();
        return changes.isEmpty()
                ? new IndexPosition(name, 0, 0)
                : new IndexPosition(
                        name, changes.getLast().xid(), changes.getLast().seq());
    }

    @Override
    public synchronized boolean covers(IndexPosition position) {
        List<Change> changes = changes();
        boolean ahead = changes.isEmpty() ? position.xid() > 0 : isBefore(changes.getLast(), position);
        boolean behind = forgotten > 0 && isAfter(changes.get(forgotten - 1), position);
        return position.store().equals(storeName()) && !ahead && !behind;
    }

    @Override
    public synchronized List<Change> after(IndexPosition position, int limit) {
        return changes().stream()
                .skip(forgotten)
                .filter(change -> isAfter(change, position))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized void prune(IndexPosition position) {
        Instant oldest = clock.instant().minus(KEPT);
        List<RecordedChange> recorded = store.changes();
        List<Change> changes = changes();
        while (forgotten < recorded.size()
                && recorded.get(forgotten).at().isBefore(oldest)
                && !isAfter(changes.get(forgotten), position)) {
            forgotten++;
        }
    }

    private List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        for (RecordedChange recorded : store.changes()) {
            changes.add(new Change(
                    recorded.transaction(),
                    changes.size() + 1,
                    recorded.id(),
                    recorded.deleted(),
                    recorded.revision(),
                    recorded.vectorRevision()));
        }
        return changes;
    }

    private static boolean isAfter(Change change, IndexPosition position) {
        return change.xid() > position.xid() || (change.xid() == position.xid() && change.seq() > position.seq());
    }

    private static boolean isBefore(Change change, IndexPosition position) {
        return change.xid() < position.xid() || (change.xid() == position.xid() && change.seq() < position.seq());
    }

    private String storeName() {
        return identity + "/" + store.space().map(Object::toString).orElse("no space");
    }
}
