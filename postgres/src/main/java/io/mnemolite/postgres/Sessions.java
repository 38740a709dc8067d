package io.mnemolite.postgres;

import io.mnemolite.postgres.connection.ConnectionPool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Makes connections as the settings ask for. */
final class Sessions {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    /** The network gives up on an answer this long after the server should have cancelled the statement. */
    private static final Duration SOCKET_GRACE = Duration.ofSeconds(10);

    private static final Duration OPENED_WITHIN = Duration.ofSeconds(5);

    private Sessions() {}

    /** The pool that serves requests. */
    static ConnectionPool pool(PostgresSettings settings) {
        return pool(settings, settings.poolSize(), settings.poolOverflow());
    }

    /** A connection beside that pool, for the question whether the database answers: it must not wait behind requests. */
    static ConnectionPool probe(PostgresSettings settings) {
        return pool(settings, 1, 0);
    }

    private static ConnectionPool pool(PostgresSettings settings, int size, int overflow) {
        DriverSource source = source(settings);
        if (!settings.statementTimeout().isZero()) {
            source.setSocketTimeout(
                    (int) settings.statementTimeout().plus(SOCKET_GRACE).toSeconds());
        }
        return new ConnectionPool(
                source, sessionSql(settings), size, overflow, settings.poolWait(), settings.connectionCheck());
    }

    /** Single connections without limits, for migrations. */
    static DataSource unlimited(PostgresSettings settings) {
        return source(settings);
    }

    private static DriverSource source(PostgresSettings settings) {
        DriverSource source = new DriverSource();
        source.setUrl(settings.jdbcUrl());
        source.setUser(settings.user());
        source.setPassword(settings.password());
        source.setApplicationName(settings.applicationName());
        source.setTcpKeepAlive(settings.tcpKeepAlive());
        source.setConnectTimeout((int) CONNECT_TIMEOUT.toSeconds());
        return source;
    }

    private static String sessionSql(PostgresSettings settings) {
        List<String> assignments = new ArrayList<>();
        // Compiling a plan takes longer than any of our statements runs.
        assignments.add("set jit = off");
        assignments.add("set statement_timeout = " + settings.statementTimeout().toMillis());
        if (!settings.idleInTransactionTimeout().isZero()) {
            assignments.add("set idle_in_transaction_session_timeout = "
                    + settings.idleInTransactionTimeout().toMillis());
        }
        return String.join("; ", assignments);
    }

    /** Hikari would have each login limited to its own waiting time; {@link #CONNECT_TIMEOUT} is the limit here. */
    private static final class DriverSource extends PGSimpleDataSource {

        private static final long serialVersionUID = 1L;

        @Override
        public void setLoginTimeout(int seconds) {
            // Nothing: see the class comment.
        }

        /** How long Hikari's end waits for a connection that is being opened, and which it would forget otherwise. */
        @Override
        public int getLoginTimeout() {
            return (int) OPENED_WITHIN.toSeconds();
        }
    }
}
