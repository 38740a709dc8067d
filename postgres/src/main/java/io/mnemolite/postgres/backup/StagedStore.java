package io.mnemolite.postgres.backup;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.postgres.DatabaseAddress;
import io.mnemolite.postgres.Migrations;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A store that is being restored, in a schema of its own beside the one that servers use. When it is whole, it takes that
 * one's name in one transaction: until then nothing of the old state is touched, and what a killed restore leaves is
 * dropped by the next.
 */
final class StagedStore implements AutoCloseable {

    static final String SCHEMA = "mnemolite_restore";

    /** One restore at a time in a database; the number is one that nobody else uses. */
    private static final String LOCK = "select pg_try_advisory_lock(7811033926601274317)";

    private final DatabaseAddress database;
    private final BackupFile backup;
    private final Connection connection;
    private final StoreTables tables;

    private StagedStore(DatabaseAddress database, BackupFile backup, Connection connection) {
        this.database = database;
        this.backup = backup;
        this.connection = connection;
        this.tables = new StoreTables(connection, SCHEMA);
    }

    /** Begins with nothing; holds the database against another restore. */
    static StagedStore begin(DatabaseAddress database, BackupFile backup) throws SQLException {
        Connection connection = BackupSessions.open(database);
        try {
            requireAlone(connection);
            StagedStore store = new StagedStore(database, backup, connection);
            store.tables.execute("drop schema if exists " + SCHEMA + " cascade");
            return store;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    Connection connection() {
        return connection;
    }

    /** Makes the tables as they were when the backup was written, and fills them: all or none of them. */
    void fill(BackupProgress progress) throws SQLException, IOException {
        requireKnownSchema();
        Migrations.run(
                BackupSessions.source(database), SCHEMA, backup.manifest().schemaVersion());
        requireSameMigrations();
        try {
            fillAtOnce(progress);
        } catch (SQLException e) {
            if (isOfTheRows(e)) {
                throw BackupFile.damaged(
                        backup.path(), "PostgreSQL refuses its rows (SQLSTATE " + e.getSQLState() + ")");
            }
            throw e;
        }
        for (TableContents table : backup.manifest().tables()) {
            tables.execute("analyze " + tables.name(table.name()));
        }
    }

    private void fillAtOnce(BackupProgress progress) throws SQLException, IOException {
        BackupSessions.transaction(connection, () -> {
            DeferredDefinitions deferred = DeferredDefinitions.of(tables);
            copyIn(progress);
            deferred.make();
            for (Map.Entry<String, Long> sequence :
                    backup.manifest().sequences().entrySet()) {
                tables.setSequence(sequence.getKey(), sequence.getValue());
            }
        });
    }

    /** Values that are none of their types, rows that break a constraint, tables or columns that there are not. */
    private static boolean isOfTheRows(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith("22") || state.startsWith("23") || state.equals("42P01") || state.equals("42703");
    }

    /** What the tables hold now, read anew. */
    List<TableContents> contents() throws SQLException, IOException {
        TableCopy copy = new TableCopy(connection, tables);
        List<TableContents> contents = new ArrayList<>();
        for (Map.Entry<String, List<String>> table : tables.columns().entrySet()) {
            contents.add(copy.out(table.getKey(), table.getValue(), OutputStream.nullOutputStream(), rows -> {}));
        }
        return contents;
    }

    /** Brings the tables to the version of this program; how many migrations that took. */
    int migrate() throws SQLException {
        int migrations = Migrations.run(BackupSessions.source(database), SCHEMA);
        tables.execute(
                "comment on table " + tables.name(Migrations.HISTORY) + " is '" + Migrations.fingerprint() + "'");
        return migrations;
    }

    /** Drops what is not in use. */
    void discard() throws SQLException {
        tables.execute("drop schema if exists " + SCHEMA + " cascade");
    }

    private void copyIn(BackupProgress progress) throws SQLException, IOException {
        TableCopy copy = new TableCopy(connection, tables);
        long total = backup.manifest().rows();
        long done = 0;
        for (TableContents table : backup.manifest().tables()) {
            // A migration may have put a row there.
            tables.execute("delete from " + tables.name(table.name()));
            long before = done;
            try (InputStream rows = backup.rows(table)) {
                TableContents read =
                        copy.in(table.name(), table.columns(), rows, count -> progress.at(before + count, total));
                if (!read.equals(table)) {
                    throw BackupFile.damaged(
                            backup.path(),
                            "the rows of table " + table.name() + " are not those that its manifest describes");
                }
            }
            done += table.rows();
        }
    }

    private void requireKnownSchema() {
        int version = backup.manifest().schemaVersion();
        if (version > Migrations.newestVersion()) {
            throw new MnemoliteException(
                    ErrorCode.CONFIGURATION,
                    "The backup " + backup.path() + " has schema version " + version + ", written by MnemoLite "
                            + backup.manifest().productVersion() + ", and this MnemoLite knows versions up to "
                            + Migrations.newestVersion() + ": restore it with that MnemoLite or a newer one.");
        }
    }

    private void requireSameMigrations() throws SQLException {
        if (!tables.migrations().equals(backup.manifest().migrations())) {
            throw new MnemoliteException(
                    ErrorCode.CONFIGURATION,
                    "The tables in the backup " + backup.path()
                            + " were made by other migrations than those of this MnemoLite: restore it with MnemoLite "
                            + backup.manifest().productVersion() + ".");
        }
    }

    private static void requireAlone(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(LOCK)) {
            row.next();
            if (!row.getBoolean(1)) {
                throw new MnemoliteException(
                        ErrorCode.CONFLICT,
                        "Another restore runs in this database; wait until it has ended, then try again.");
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
