package io.mnemolite.postgres.operation;

import io.mnemolite.core.operation.StoreMonitor;
import io.mnemolite.postgres.connection.ConnectionPool;
import io.mnemolite.postgres.connection.Database;
import io.mnemolite.postgres.connection.StatementLog;
import java.util.List;

/** What an operator sees of PostgreSQL and of our way to it. */
public final class PostgresStoreMonitor implements StoreMonitor {

    private final Database database;
    private final Database probe;
    private final ConnectionPool pool;
    private final StatementLog statements;

    /**
     * @param probe what does not wait for the connections of requests
     * @param pool the connections of requests
     */
    public PostgresStoreMonitor(Database database, Database probe, ConnectionPool pool, StatementLog statements) {
        this.database = database;
        this.probe = probe;
        this.pool = pool;
        this.statements = statements;
    }

    @Override
    public String version() {
        return probe.read(new ReadVersion());
    }

    @Override
    public int countTables(List<String> names) {
        return database.read(new CountTables(names));
    }

    @Override
    public PoolFigures pool() {
        int total = pool.open();
        int lent = Math.min(total, pool.lent());
        return new PoolFigures(
                pool.size(),
                pool.overflow(),
                total - lent,
                lent,
                Math.max(0, total - pool.size()),
                total,
                pool.waiting());
    }

    @Override
    public DatabaseFigures figures() {
        return database.read(new ReadDatabaseFigures());
    }

    @Override
    public List<StatementFigures> slowStatements(int limit) {
        return statements.slowest(limit).stream()
                .map(figures -> new StatementFigures(
                        figures.statement(), figures.calls(), figures.meanMilliseconds(), figures.maxMilliseconds()))
                .toList();
    }

    @Override
    public List<IndexFigures> indexes() {
        return database.read(new ReadIndexFigures());
    }

    /** How many statements were executed since the start, the monitor's own included. */
    public long statementCount() {
        return statements.executed();
    }
}
