package io.mnemolite.postgres.connection;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.mnemolite.core.deadline.Deadline;
import io.mnemolite.core.timing.Phase;
import io.mnemolite.core.timing.RequestPhases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Connections to lend, opened at the first use. Who waits for a free one waits in line, within the deadline; while the
 * database cannot be reached, nobody waits longer than {@link #ATTEMPT}.
 */
public final class ConnectionPool implements AutoCloseable {

    /** How long Hikari waits for a connection before we look whether the database can be reached at all. */
    private static final Duration ATTEMPT = Duration.ofMillis(250);

    private static final Duration VALIDATION = Duration.ofSeconds(2);

    private final HikariDataSource hikari = new HikariDataSource();
    private final int size;
    private final int overflow;
    private final Duration wait;
    private final Semaphore permits;

    /**
     * @param sessionSql what each new session executes first
     * @param check whether idle connections are checked every two minutes
     */
    public ConnectionPool(DataSource source, String sessionSql, int size, int overflow, Duration wait, boolean check) {
        this.size = size;
        this.overflow = overflow;
        this.wait = wait;
        this.permits = new Semaphore(size + overflow, true);
        configure(hikari, source, sessionSql, check);
    }

    private void configure(HikariConfig config, DataSource source, String sessionSql, boolean check) {
        config.setPoolName("mnemolite");
        config.setDataSource(source);
        config.setConnectionInitSql(sessionSql);
        config.setMinimumIdle(size);
        config.setMaximumPoolSize(size + overflow);
        config.setConnectionTimeout(ATTEMPT.toMillis());
        config.setValidationTimeout(VALIDATION.toMillis());
        config.setKeepaliveTime(check ? TimeUnit.MINUTES.toMillis(2) : 0);
        config.setInitializationFailTimeout(-1);
    }

    /** What is done with a connection. */
    @FunctionalInterface
    public interface Work<T extends @Nullable Object> {
        T with(Connection connection) throws SQLException;
    }

    /** Lends a connection for the time of {@code work}. */
    public <T extends @Nullable Object> T lend(Work<T> work) throws SQLException {
        Duration patience = Deadline.remaining(wait);
        long end = System.nanoTime() + patience.toNanos();
        RequestPhases.timed(Phase.POOL, () -> acquire(patience));
        try (Connection connection = RequestPhases.timed(Phase.POOL, () -> connect(end))) {
            return work.with(connection);
        } finally {
            permits.release();
        }
    }

    /** True, or the failure. */
    private boolean acquire(Duration patience) {
        try {
            if (!permits.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw Failures.unavailable(
                        "All " + (size + overflow) + " connections to the database are in use, and none became free in "
                                + patience.toMillis() + " ms; try again shortly.",
                        null);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failures.unavailable("The call was given up while it waited for a connection.", e);
        }
    }

    private Connection connect(long end) throws SQLException {
        while (true) {
            if (hikari.isClosed()) {
                throw Failures.unavailable("The store is shut down; ask the server again once it runs.", null);
            }
            try {
                return hikari.getConnection();
            } catch (SQLTransientConnectionException e) {
                // A permit means that a connection is idle or may be opened. With a cause, opening one failed.
                boolean isUnreachable = e.getCause() != null && open() == 0;
                if (isUnreachable || System.nanoTime() - end >= 0) {
                    throw Failures.of(e.getCause() instanceof SQLException cause ? cause : timedOut(e));
                }
            }
        }
    }

    private static SQLException timedOut(SQLException timeout) {
        return new SQLException("No connection in time", "08001", timeout);
    }

    /** Closes idle connections, and lent ones at their return: after one was lost, the others are suspect. */
    void renew() {
        HikariPoolMXBean figures = hikari.getHikariPoolMXBean();
        if (figures != null) {
            figures.softEvictConnections();
        }
    }

    public int size() {
        return size;
    }

    public int overflow() {
        return overflow;
    }

    /** Connections open now. */
    public int open() {
        HikariPoolMXBean figures = hikari.getHikariPoolMXBean();
        return figures == null ? 0 : figures.getTotalConnections();
    }

    /** Connections lent now. */
    public int lent() {
        HikariPoolMXBean figures = hikari.getHikariPoolMXBean();
        return figures == null ? 0 : figures.getActiveConnections();
    }

    /** Callers that wait for a connection. */
    public int waiting() {
        return permits.getQueueLength();
    }

    @Override
    public void close() {
        hikari.close();
    }
}
