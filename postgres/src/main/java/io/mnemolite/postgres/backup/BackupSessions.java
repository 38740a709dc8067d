package io.mnemolite.postgres.backup;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.postgres.DatabaseAddress;
import io.mnemolite.postgres.Migrations;
import io.mnemolite.postgres.connection.Failures;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connections for jobs that take as long as they take, and write every value in one way. */
final class BackupSessions {

    private static final Logger LOG = LoggerFactory.getLogger(BackupSessions.class);

    /** What {@code pg_stat_activity} shows. */
    static final String APPLICATION = "mnemolite_backup";

    private static final int CONNECT_SECONDS = 10;

    /** Whatever the server, the database or the role is set to. */
    private static final String SETTINGS = """
            set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0;
            set bytea_output = 'hex'; set extra_float_digits = 1; set datestyle = 'ISO'; set intervalstyle = 'postgres';
            set timezone = 'UTC'; set maintenance_work_mem = '64MB'; set jit = off
            """;

    private BackupSessions() {}

    /** The failure to throw. */
    static RuntimeException failure(DatabaseAddress address, SQLException failure) {
        return "42501".equals(failure.getSQLState())
                ? new MnemoliteException(
                        ErrorCode.CONFIGURATION,
                        "The user " + address.user() + " may not do that in " + address.jdbcUrl()
                                + ": name the user who owns the schema " + Migrations.SCHEMA
                                + ", and grant it CREATE on the database.",
                        failure)
                : Failures.of(failure);
    }

    /** Statements that are all done or none. */
    @FunctionalInterface
    interface Work {
        void run() throws SQLException, IOException;
    }

    static void transaction(Connection connection, Work work) throws SQLException, IOException {
        connection.setAutoCommit(false);
        boolean done = false;
        try {
            work.run();
            connection.commit();
            done = true;
        } finally {
            if (!done) {
                rollBack(connection);
            }
        }
        connection.setAutoCommit(true);
    }

    /** What went wrong first is what counts. */
    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            LOG.debug("A transaction could not be rolled back; the server does it when the connection ends", e);
        }
    }

    static DataSource source(DatabaseAddress address) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(address.jdbcUrl());
        source.setUser(address.user());
        source.setPassword(address.password());
        source.setApplicationName(APPLICATION);
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setTcpKeepAlive(true);
        return source;
    }

    static Connection open(DatabaseAddress address) throws SQLException {
        Connection connection = source(address).getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute(SETTINGS);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }
}
