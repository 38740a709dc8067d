package io.mnemolite.postgres.backup;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.postgres.DatabaseAddress;
import io.mnemolite.postgres.Migrations;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the whole store into one file, as it was at one moment, while others go on writing. The file appears when it is
 * whole; memory does not grow with what is stored.
 */
public final class Backup {

    private final DatabaseAddress database;
    private final String productVersion;

    /** @param productVersion of this MnemoLite, to be written down */
    public Backup(DatabaseAddress database, String productVersion) {
        this.database = database;
        this.productVersion = productVersion;
    }

    /**
     * Writes the file, in place of one of that name.
     *
     * @throws MnemoliteException with {@link ErrorCode#NOT_FOUND} when the database holds no store, with
     *     {@link ErrorCode#UNAVAILABLE} when it does not answer or the file cannot be written
     */
    public BackupManifest write(Path file, BackupProgress progress) {
        try (Connection connection = BackupSessions.open(database)) {
            try (BackupFileWriter writer = new BackupFileWriter(file)) {
                return write(connection, writer, progress);
            }
        } catch (SQLException e) {
            throw BackupSessions.failure(database, e);
        } catch (IOException e) {
            throw new MnemoliteException(
                    ErrorCode.UNAVAILABLE,
                    "The backup " + file + " could not be written (" + e
                            + "); see that its directory exists, can be written and has room.",
                    e);
        }
    }

    private BackupManifest write(Connection connection, BackupFileWriter writer, BackupProgress progress)
            throws SQLException, IOException {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        StoreTables tables = new StoreTables(connection, Migrations.SCHEMA);
        Source source = Source.read(connection);
        Map<String, List<String>> columns = tables.columns();
        if (!tables.exist() || columns.isEmpty()) {
            throw new MnemoliteException(
                    ErrorCode.NOT_FOUND,
                    "There is no store of MnemoLite in " + database.jdbcUrl()
                            + ": no server has run on that database yet. Name another one.");
        }
        tables.lock(columns.keySet());
        long total = 0;
        for (String table : columns.keySet()) {
            total += tables.count(table);
        }
        BackupManifest manifest = new BackupManifest(
                BackupManifest.FORMAT,
                productVersion,
                source.moment(),
                source.version(),
                source.cluster(),
                tables.space(),
                tables.migrations(),
                copy(connection, tables, columns, writer, progress, total),
                tables.sequences());
        connection.commit();
        writer.finish(ManifestJson.write(manifest));
        return manifest;
    }

    private static List<TableContents> copy(
            Connection connection,
            StoreTables tables,
            Map<String, List<String>> columns,
            BackupFileWriter writer,
            BackupProgress progress,
            long total)
            throws SQLException, IOException {
        TableCopy copy = new TableCopy(connection, tables);
        List<TableContents> copied = new ArrayList<>();
        long done = 0;
        for (Map.Entry<String, List<String>> table : columns.entrySet()) {
            long before = done;
            copied.add(copy.out(
                    table.getKey(),
                    table.getValue(),
                    writer.begin(BackupFile.entryOf(table.getKey())),
                    rows -> progress.at(before + rows, total)));
            writer.end();
            done += copied.getLast().rows();
        }
        return copied;
    }

    /** Whose data, of when. */
    private record Source(
            String version, Instant moment, @Nullable String cluster) {

        /** The first statement of the transaction, which takes its snapshot. */
        static Source read(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("""
                            select current_setting('server_version'), now(),
                                has_function_privilege('pg_catalog.pg_control_system()', 'execute')
                            """)) {
                row.next();
                return new Source(
                        row.getString(1),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getBoolean(3) ? cluster(connection) : null);
            }
        }

        private static String cluster(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select system_identifier from pg_control_system()")) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
