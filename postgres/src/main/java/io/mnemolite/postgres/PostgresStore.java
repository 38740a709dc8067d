package io.mnemolite.postgres;

import io.mnemolite.core.deadline.Deadline;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.EventStore;
import io.mnemolite.core.graph.GraphStore;
import io.mnemolite.core.indexing.ChangeLog;
import io.mnemolite.core.operation.EventStatistics;
import io.mnemolite.postgres.change.PostgresChangeLog;
import io.mnemolite.postgres.connection.ConnectionPool;
import io.mnemolite.postgres.connection.Database;
import io.mnemolite.postgres.connection.StatementLog;
import io.mnemolite.postgres.event.PostgresEventStore;
import io.mnemolite.postgres.graph.PostgresGraphStore;
import io.mnemolite.postgres.operation.PostgresEventStatistics;
import io.mnemolite.postgres.operation.PostgresStoreMonitor;
import java.time.Duration;

/**
 * The store of record on one PostgreSQL database, schema {@code mnemolite}. Building it does no I/O; connections are
 * opened at the first use, and again whenever the database comes back.
 */
public final class PostgresStore implements AutoCloseable {

    private static final Duration REACHABLE_WITHIN = Duration.ofSeconds(2);

    private final ConnectionPool pool;
    private final Schema schema;
    private final PostgresEventStore events;
    private final PostgresGraphStore graph;
    private final PostgresChangeLog changes;
    private final PostgresStoreMonitor monitor;
    private final PostgresEventStatistics statistics;

    public PostgresStore(PostgresSettings settings) {
        StatementLog statements = new StatementLog(settings.slowStatementThreshold());
        this.pool = Sessions.pool(settings);
        Database database = new Database(pool, statements, settings.statementTimeout());
        this.schema = new Schema(database, Sessions.unlimited(settings), settings.requireDurability());
        this.events = new PostgresEventStore(database);
        this.graph = new PostgresGraphStore(database);
        this.changes = new PostgresChangeLog(database);
        this.monitor = new PostgresStoreMonitor(database, pool, statements);
        this.statistics = new PostgresEventStatistics(database, events);
    }

    /**
     * Checks the server and brings the schema up to date; to be called before anything else, and again after a failure.
     *
     * @throws MnemoliteException with {@link io.mnemolite.core.error.ErrorCode#UNAVAILABLE} while the database cannot be
     *     reached, with {@link io.mnemolite.core.error.ErrorCode#CONFIGURATION} when it is not fit to be used
     */
    public void migrate() {
        schema.migrate();
    }

    public EventStore events() {
        return events;
    }

    public GraphStore graph() {
        return graph;
    }

    public ChangeLog changes() {
        return changes;
    }

    public PostgresStoreMonitor monitor() {
        return monitor;
    }

    public EventStatistics statistics() {
        return statistics;
    }

    /** Whether the database answers a statement within two seconds. */
    public boolean isReachable() {
        try {
            return Deadline.after(REACHABLE_WITHIN)
                    .call(() -> !monitor.version().isEmpty());
        } catch (Exception e) {
            return false;
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
