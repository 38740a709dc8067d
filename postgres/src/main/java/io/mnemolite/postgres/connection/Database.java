package io.mnemolite.postgres.connection;

import io.mnemolite.core.deadline.Deadline;
import io.mnemolite.core.timing.Phase;
import io.mnemolite.core.timing.RequestPhases;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.PGStatement;
import org.postgresql.jdbc.PgStatement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs statements, each a transaction of its own unless said otherwise, within the deadline. Failures are those of
 * {@link io.mnemolite.core.event.EventStore}.
 */
public final class Database {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private static final int ATTEMPTS = 4;
    private static final Duration UNLIMITED = Duration.ofDays(365);

    /** A deadline so little shorter than the session's own limit is not worth a timer. */
    private static final Duration NEGLIGIBLE = Duration.ofSeconds(1);

    private final ConnectionPool pool;
    private final StatementLog log;
    private final Duration statementTimeout;

    /** @param statementTimeout what the sessions are set to; zero is no limit */
    public Database(ConnectionPool pool, StatementLog log, Duration statementTimeout) {
        this.pool = pool;
        this.log = log;
        this.statementTimeout = statementTimeout.isZero() ? UNLIMITED : statementTimeout;
    }

    /** Runs a statement that changes nothing, so it is repeated when its connection was lost. */
    public <T> T read(Query<T> query) {
        return run(query, true);
    }

    /** Runs a statement that may change something: it is repeated only when it certainly was rolled back. */
    public <T> T write(Query<T> query) {
        return run(query, false);
    }

    /** Runs several statements as one transaction, which is repeated only when it certainly was rolled back. */
    public <T> T transaction(Transaction<T> transaction) {
        return attempt(connection -> commit(transaction, connection), false);
    }

    /** Runs a command without values that returns no rows and may be repeated. */
    public void command(String sql) {
        attempt(
                connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(sql)) {
                        limit(statement);
                        long start = System.nanoTime();
                        boolean isDone = !statement.execute();
                        log.record(sql, System.nanoTime() - start);
                        return isDone;
                    }
                },
                true);
    }

    /** Statements that are all done or none. */
    @FunctionalInterface
    public interface Transaction<T> {
        T run(Statements statements) throws SQLException;
    }

    /** Runs statements of one transaction, each seeing what those before it did and what was committed meanwhile. */
    @FunctionalInterface
    public interface Statements {
        <R> R run(Query<R> query) throws SQLException;
    }

    private <T> T run(Query<T> query, boolean isRepeatable) {
        return attempt(connection -> execute(query, connection), isRepeatable);
    }

    private <T> T attempt(ConnectionPool.Work<T> work, boolean isRepeatable) {
        for (int attempt = 1; ; attempt++) {
            try {
                return pool.lend(connection -> RequestPhases.timed(Phase.SQL, () -> work.with(connection)));
            } catch (SQLException e) {
                boolean isLost = Failures.isConnectionLost(e);
                if (isLost) {
                    pool.renew();
                }
                if (attempt == ATTEMPTS || !(Failures.isCollision(e) || (isLost && isRepeatable))) {
                    throw Failures.of(e);
                }
            }
        }
    }

    private <T> T commit(Transaction<T> transaction, Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        boolean isCommitted = false;
        try {
            T result = transaction.run(new Statements() {
                @Override
                public <R> R run(Query<R> query) throws SQLException {
                    return execute(query, connection);
                }
            });
            connection.commit();
            isCommitted = true;
            return result;
        } finally {
            if (!isCommitted) {
                rollBack(connection);
            }
            // The pool sets automatic commits again.
        }
    }

    /** What went wrong first is what counts. */
    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            LOG.debug("A transaction could not be rolled back; the server does it when the connection ends", e);
        }
    }

    private <T> T execute(Query<T> query, Connection connection) throws SQLException {
        String sql = query.sql();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            limit(statement);
            if (query.isPlannedByValues()) {
                statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            }
            query.bind(new Parameters(statement));
            long start = System.nanoTime();
            try (ResultSet rows = statement.executeQuery()) {
                return query.read(rows);
            } finally {
                log.record(sql, System.nanoTime() - start);
            }
        }
    }

    /** The session's own limit costs nothing; a tighter deadline costs a timer, whose end has the server cancel. */
    private void limit(PreparedStatement statement) throws SQLException {
        Duration remaining = Deadline.remaining(statementTimeout);
        if (remaining.plus(NEGLIGIBLE).compareTo(statementTimeout) < 0) {
            statement.unwrap(PgStatement.class).setQueryTimeoutMs(Math.max(1, remaining.toMillis()));
        }
    }
}
