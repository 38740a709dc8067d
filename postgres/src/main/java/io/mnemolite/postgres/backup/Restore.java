package io.mnemolite.postgres.backup;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.postgres.DatabaseAddress;
import io.mnemolite.postgres.Migrations;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Puts a backup into a database, all of it or nothing, and brings it to the version of this program. Indexes that servers
 * built of another state see that this is another store, and are built anew.
 */
public final class Restore {

    private static final String SESSIONS = """
            select count(*) from pg_stat_activity
            where datname = current_database() and application_name like 'mnemolite%'
                and application_name <> 'mnemolite_backup' and pid <> pg_backend_pid()
            """;

    private static final Duration SESSIONS_END_WITHIN = Duration.ofSeconds(5);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

    private final DatabaseAddress database;
    private final boolean replaces;
    private final boolean toleratesServers;
    private final Duration sessionsEndWithin;

    /**
     * @param replaces whether a store that is there already may be dropped, at the end, in the transaction that puts the
     *     restored one in its place
     * @param toleratesServers whether to go on when servers are connected to the database, whose caches may answer with the
     *     old state for a moment
     */
    public Restore(DatabaseAddress database, boolean replaces, boolean toleratesServers) {
        this(database, replaces, toleratesServers, SESSIONS_END_WITHIN);
    }

    Restore(DatabaseAddress database, boolean replaces, boolean toleratesServers, Duration sessionsEndWithin) {
        this.database = database;
        this.replaces = replaces;
        this.toleratesServers = toleratesServers;
        this.sessionsEndWithin = sessionsEndWithin;
    }

    /**
     * Restores.
     *
     * @throws MnemoliteException with {@link ErrorCode#CONFLICT} when the database holds a store that may not be replaced,
     *     or servers use it; with {@link ErrorCode#CONFIGURATION} when the backup is newer than this program; with
     *     {@link ErrorCode#INVALID_VALUE} when it is damaged. Nothing has changed then.
     */
    public void run(BackupFile backup, BackupProgress progress) {
        try (StagedStore store = StagedStore.begin(database, backup)) {
            requireFree(store.connection());
            boolean restored = false;
            try {
                store.fill(progress);
                store.migrate();
                publish(store.connection());
                restored = true;
            } finally {
                if (!restored) {
                    discard(store);
                }
            }
        } catch (SQLException e) {
            throw BackupSessions.failure(database, e);
        } catch (IOException e) {
            throw BackupFile.damaged(backup.path(), "it cannot be unpacked (" + e.getMessage() + ")");
        }
    }

    private void requireFree(Connection connection) throws SQLException {
        if (!replaces && new StoreTables(connection, Migrations.SCHEMA).exist()) {
            throw new MnemoliteException(
                    ErrorCode.CONFLICT,
                    "The database " + database.jdbcUrl() + " holds a store of MnemoLite already: restore into an empty"
                            + " one, or say --replace to have the backup take its place.");
        }
        if (!toleratesServers) {
            requireNoServers(connection);
        }
    }

    /** A session ends a moment after the server that it belonged to. */
    private void requireNoServers(Connection connection) throws SQLException {
        long end = System.nanoTime() + sessionsEndWithin.toNanos();
        long sessions = sessions(connection);
        while (sessions > 0 && System.nanoTime() < end) {
            LockSupport.parkNanos(POLL_INTERVAL.toNanos());
            sessions = sessions(connection);
        }
        if (sessions > 0) {
            throw new MnemoliteException(
                    ErrorCode.CONFLICT,
                    "Servers of MnemoLite are connected to " + database.jdbcUrl() + " (sessions: " + sessions
                            + "): stop them first, or say --force and start them anew afterwards.");
        }
    }

    private static long sessions(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SESSIONS)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The one moment at which everybody sees the restored state. */
    private void publish(Connection connection) throws SQLException, IOException {
        requireFree(connection);
        try (Statement statement = connection.createStatement()) {
            BackupSessions.transaction(connection, () -> {
                statement.execute("set local lock_timeout = '30s'");
                if (replaces) {
                    statement.execute("drop schema if exists " + Migrations.SCHEMA + " cascade");
                }
                statement.execute("alter schema " + StagedStore.SCHEMA + " rename to " + Migrations.SCHEMA);
            });
        }
    }

    /** What made the restore fail is what counts; the next one drops what stays. */
    private static void discard(StagedStore store) {
        try {
            store.discard();
        } catch (SQLException e) {
            // The connection is gone, as a rule.
        }
    }
}
