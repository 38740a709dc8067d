package io.mnemolite.core.operation;

import java.util.List;

/** What an operator sees of the store. Failures as in {@link io.mnemolite.core.event.EventStore}. */
public interface StoreMonitor {

    /** Asks the database for its version; throws when it does not answer. */
    String version();

    /** How many of these tables exist; throws when the database does not answer. */
    int countTables(List<String> names);

    PoolFigures pool();

    DatabaseFigures figures();

    /** The statements that took longest since the start, slowest mean first, at most {@code limit}. */
    List<StatementFigures> slowStatements(int limit);

    /** Every index of the schema with its use since the statistics were reset. */
    List<IndexFigures> indexes();

    /**
     * The connection pool at this moment.
     *
     * @param size connections kept when idle
     * @param maxOverflow how many more may be opened under load
     * @param overflow how many above {@code size} are open now
     * @param total connections open now
     * @param waiting callers that wait for one
     */
    record PoolFigures(
            int size, int maxOverflow, int checkedIn, int checkedOut, int overflow, int total, int waiting) {}

    /** @param cacheHitRatio share of blocks found in PostgreSQL's shared buffers, 0..1 */
    record DatabaseFigures(long sizeInBytes, double cacheHitRatio, int activeConnections) {}

    /** @param statement normalised text without values */
    record StatementFigures(String statement, long calls, double meanMilliseconds, double maxMilliseconds) {}

    record IndexFigures(String table, String index, long scans, long sizeInBytes) {}
}
