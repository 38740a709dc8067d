package io.mnemolite.postgres.change;

import io.mnemolite.core.indexing.Change;
import io.mnemolite.core.indexing.ChangeLog;
import io.mnemolite.core.search.IndexPosition;
import io.mnemolite.postgres.connection.Database;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The change log in PostgreSQL. */
public final class PostgresChangeLog implements ChangeLog {

    private static final int PRUNED_AT_ONCE = 5_000;

    private final Database database;
    private volatile @Nullable Boolean mayIdentifyCluster;

    public PostgresChangeLog(Database database) {
        this.database = database;
    }

    @Override
    public IndexPosition horizon() {
        return state().horizon();
    }

    @Override
    public boolean covers(IndexPosition position) {
        return state().covers(position);
    }

    @Override
    public List<Change> after(IndexPosition position, int limit) {
        return database.read(new ReadChanges(position, limit));
    }

    @Override
    public void prune(IndexPosition position) {
        if (!state().store().equals(position.store())) {
            return;
        }
        while (database.write(new PruneChanges(position, PRUNED_AT_ONCE)) == PRUNED_AT_ONCE) {
            // Some at a time, so that no transaction is long.
        }
    }

    private LogState state() {
        Boolean identifies = mayIdentifyCluster;
        if (identifies == null) {
            identifies = database.read(new MayIdentifyCluster());
            mayIdentifyCluster = identifies;
        }
        return database.read(new ReadLogState(identifies));
    }
}
