package io.mnemolite.postgres.change;

import io.mnemolite.core.change.Change;
import io.mnemolite.core.change.ChangeLog;
import io.mnemolite.core.change.IndexPosition;
import io.mnemolite.postgres.connection.Database;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The change log of one kind of entity in PostgreSQL. */
public final class PostgresChangeLog<I> implements ChangeLog<I> {

    private static final int PRUNED_AT_ONCE = 5_000;

    private final Database database;
    private final LoggedEntity<I> entity;
    private volatile @Nullable Boolean mayIdentifyCluster;

    public PostgresChangeLog(Database database, LoggedEntity<I> entity) {
        this.database = database;
        this.entity = entity;
    }

    @Override
    public IndexPosition horizon() {
        return state().horizon();
    }

    @Override
    public IndexPosition frontier() {
        return state().frontier();
    }

    @Override
    public boolean covers(IndexPosition position) {
        return state().covers(position);
    }

    @Override
    public List<Change<I>> after(IndexPosition position, int limit) {
        return database.read(new ReadChanges<>(entity, position, limit));
    }

    @Override
    public void prune(IndexPosition position) {
        if (!state().store().equals(position.store())) {
            return;
        }
        while (database.write(new PruneChanges(entity, position, PRUNED_AT_ONCE)) == PRUNED_AT_ONCE) {
            // Some at a time, so that no transaction is long.
        }
    }

    private LogState state() {
        Boolean identifies = mayIdentifyCluster;
        if (identifies == null) {
            identifies = database.read(new MayIdentifyCluster());
            mayIdentifyCluster = identifies;
        }
        return database.read(new ReadLogState(entity, identifies));
    }
}
