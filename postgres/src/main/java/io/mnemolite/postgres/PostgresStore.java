package io.mnemolite.postgres;

import io.mnemolite.core.change.ChangeLog;
import io.mnemolite.core.code.graph.CodeGraphStore;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.core.code.store.CodeStore;
import io.mnemolite.core.deadline.Deadline;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.EventStore;
import io.mnemolite.core.graph.GraphStore;
import io.mnemolite.core.operation.CodeStatistics;
import io.mnemolite.core.operation.EventStatistics;
import io.mnemolite.postgres.change.LoggedEntity;
import io.mnemolite.postgres.change.PostgresChangeLog;
import io.mnemolite.postgres.code.PostgresCodeStore;
import io.mnemolite.postgres.code.graph.PostgresCodeGraphStore;
import io.mnemolite.postgres.connection.ConnectionPool;
import io.mnemolite.postgres.connection.Database;
import io.mnemolite.postgres.connection.StatementLog;
import io.mnemolite.postgres.event.PostgresEventStore;
import io.mnemolite.postgres.graph.PostgresGraphStore;
import io.mnemolite.postgres.operation.PostgresEventStatistics;
import io.mnemolite.postgres.operation.PostgresStoreMonitor;
import io.mnemolite.postgres.operation.code.PostgresCodeStatistics;
import java.time.Duration;
import java.util.UUID;

/**
 * The store of record on one PostgreSQL database, schema {@code mnemolite}. Building it does no I/O; connections are
 * opened at the first use, and again whenever the database comes back.
 */
public final class PostgresStore implements AutoCloseable {

    private static final Duration REACHABLE_WITHIN = Duration.ofSeconds(2);

    private final ConnectionPool pool;
    private final ConnectionPool probe;
    private final Schema schema;
    private final PostgresEventStore events;
    private final PostgresGraphStore graph;
    private final PostgresChangeLog<UUID> graphChanges;
    private final PostgresChangeLog<EventId> changes;
    private final PostgresCodeStore code;
    private final PostgresCodeGraphStore codeGraph;
    private final PostgresChangeLog<CodeFileId> codeChanges;
    private final PostgresStoreMonitor monitor;
    private final PostgresEventStatistics statistics;
    private final PostgresCodeStatistics codeStatistics;

    public PostgresStore(PostgresSettings settings) {
        StatementLog statements = new StatementLog(settings.slowStatementThreshold());
        this.pool = Sessions.pool(settings);
        this.probe = Sessions.probe(settings);
        Database database = new Database(pool, statements, settings.statementTimeout());
        this.schema = new Schema(database, Sessions.unlimited(settings), settings.requireDurability());
        this.events = new PostgresEventStore(database);
        this.graph = new PostgresGraphStore(database);
        this.graphChanges = new PostgresChangeLog<>(database, LoggedEntity.MEMORY_GRAPH);
        this.changes = new PostgresChangeLog<>(database, LoggedEntity.EVENTS);
        this.code = new PostgresCodeStore(database);
        this.codeGraph = new PostgresCodeGraphStore(database);
        this.codeChanges = new PostgresChangeLog<>(database, LoggedEntity.CODE_FILES);
        this.monitor = new PostgresStoreMonitor(
                database, new Database(probe, statements, settings.statementTimeout()), pool, statements);
        this.statistics = new PostgresEventStatistics(database, events);
        this.codeStatistics = new PostgresCodeStatistics(database);
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

    public ChangeLog<UUID> graphChanges() {
        return graphChanges;
    }

    public ChangeLog<EventId> changes() {
        return changes;
    }

    public CodeGraphStore codeGraph() {
        return codeGraph;
    }

    public CodeStore code() {
        return code;
    }

    public ChangeLog<CodeFileId> codeChanges() {
        return codeChanges;
    }

    public PostgresStoreMonitor monitor() {
        return monitor;
    }

    public EventStatistics statistics() {
        return statistics;
    }

    public CodeStatistics codeStatistics() {
        return codeStatistics;
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
        probe.close();
        pool.close();
    }
}
