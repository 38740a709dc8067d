package io.mnemolite.core.change;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The {@link ChangeLog} of an {@link ChangeRecord}, read from what it records. */
public final class InMemoryChangeLog<I> implements ChangeLog<I> {

    private static final Duration KEPT = Duration.ofDays(1);

    private final ChangeRecord<I> store;
    private final Clock clock;
    private final String identity = UUID.randomUUID().toString();

    /** How many of the first changes are forgotten. */
    private int forgotten;

    public InMemoryChangeLog(ChangeRecord<I> store) {
        this(store, Clock.systemUTC());
    }

    /** @param clock tells the age of changes; the same as the store's */
    public InMemoryChangeLog(ChangeRecord<I> store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public synchronized IndexPosition horizon() {
        // The name is read first: a space adopted in between makes the position worthless rather than wrong.
        String name = storeName();
        List<Change<I>> changes = changes();
        return changes.isEmpty()
                ? new IndexPosition(name, 0, 0)
                : new IndexPosition(
                        name, changes.getLast().xid(), changes.getLast().seq());
    }

    /** No transaction of this store runs while it is asked. */
    @Override
    public IndexPosition frontier() {
        return horizon();
    }

    @Override
    public synchronized boolean covers(IndexPosition position) {
        List<Change<I>> changes = changes();
        boolean ahead = changes.isEmpty() ? position.xid() > 0 : isBefore(changes.getLast(), position);
        boolean behind = forgotten > 0 && isAfter(changes.get(forgotten - 1), position);
        return position.store().equals(storeName()) && !ahead && !behind;
    }

    @Override
    public synchronized List<Change<I>> after(IndexPosition position, int limit) {
        return changes().stream()
                .skip(forgotten)
                .filter(change -> isAfter(change, position))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized void prune(IndexPosition position) {
        Instant oldest = clock.instant().minus(KEPT);
        List<RecordedChange<I>> recorded = store.changes();
        List<Change<I>> changes = changes();
        while (forgotten < recorded.size()
                && recorded.get(forgotten).at().isBefore(oldest)
                && !isAfter(changes.get(forgotten), position)) {
            forgotten++;
        }
    }

    private List<Change<I>> changes() {
        List<Change<I>> changes = new ArrayList<>();
        for (RecordedChange<I> recorded : store.changes()) {
            changes.add(new Change<>(
                    recorded.transaction(),
                    changes.size() + 1,
                    recorded.id(),
                    recorded.deleted(),
                    recorded.revision(),
                    recorded.vectorRevision()));
        }
        return changes;
    }

    private static boolean isAfter(Change<?> change, IndexPosition position) {
        return change.xid() > position.xid() || (change.xid() == position.xid() && change.seq() > position.seq());
    }

    private static boolean isBefore(Change<?> change, IndexPosition position) {
        return change.xid() < position.xid() || (change.xid() == position.xid() && change.seq() < position.seq());
    }

    private String storeName() {
        return identity + "/" + store.space().map(Object::toString).orElse("no space");
    }
}
