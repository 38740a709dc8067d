package io.mnemolite.postgres.backup;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.postgres.DatabaseAddress;
import io.mnemolite.postgres.Migrations;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Proves a backup by restoring it into an empty database, reading back what is there, and running the migrations of this
 * program on it. The database is left as empty as it was.
 */
public final class BackupVerification {

    private final DatabaseAddress scratch;
    private final Consumer<BackupCheck> checks;
    private boolean passed = true;

    /**
     * @param scratch a database without a store
     * @param checks hears of each check as soon as it is done
     */
    public BackupVerification(DatabaseAddress scratch, Consumer<BackupCheck> checks) {
        this.scratch = scratch;
        this.checks = checks;
    }

    /**
     * Runs all checks that can be run: the first that fails is the last.
     *
     * @return the checksum of the file that is proven; empty when it is not
     * @throws MnemoliteException with {@link ErrorCode#CONFLICT} when the database is not empty, with
     *     {@link ErrorCode#UNAVAILABLE} when it does not answer: then nothing is known about the backup
     */
    public Optional<String> run(Path file, BackupProgress progress) {
        String checksum = "";
        try (BackupFile backup = BackupFile.open(file)) {
            checksum = backup.checksum();
            BackupManifest manifest = backup.manifest();
            report("file", true, "whole and unaltered, SHA-256 " + checksum);
            report(
                    "manifest",
                    true,
                    "format " + manifest.formatVersion() + ", MnemoLite " + manifest.productVersion() + ", schema "
                            + manifest.schemaVersion() + ", PostgreSQL " + manifest.postgresVersion() + ", of "
                            + manifest.createdAt());
            restore(backup, progress);
        } catch (MnemoliteException e) {
            if (e.code() != ErrorCode.INVALID_VALUE && e.code() != ErrorCode.CONFIGURATION) {
                throw e;
            }
            report("backup", false, e.sentence());
        } catch (SQLException e) {
            throw BackupSessions.failure(scratch, e);
        } catch (IOException e) {
            report(
                    "backup",
                    false,
                    BackupFile.damaged(file, "it cannot be unpacked").sentence());
        }
        return passed ? Optional.of(checksum) : Optional.empty();
    }

    private void restore(BackupFile backup, BackupProgress progress) throws SQLException, IOException {
        try (StagedStore store = StagedStore.begin(scratch, backup)) {
            requireEmpty(store.connection());
            try {
                store.fill(progress);
                report(
                        "restore",
                        true,
                        "in a scratch database: " + rows(backup.manifest().rows()) + ", all references hold");
                compare(backup.manifest(), store.contents());
                int migrations = store.migrate();
                report(
                        "migration",
                        true,
                        migrations == 0
                                ? "the schema is that of this MnemoLite"
                                : migrations + " migrations bring it to schema " + Migrations.newestVersion());
            } finally {
                store.discard();
            }
        }
    }

    private void compare(BackupManifest manifest, List<TableContents> restored) {
        Map<String, TableContents> found =
                new TreeMap<>(restored.stream().collect(Collectors.toMap(TableContents::name, Function.identity())));
        for (TableContents expected : manifest.tables()) {
            TableContents actual = found.remove(expected.name());
            boolean same = expected.equals(actual);
            report(
                    "table " + expected.name(),
                    same,
                    same
                            ? rows(expected.rows()) + ", read back the same"
                            : "restored, it holds something else than was backed up");
        }
        for (String table : found.keySet()) {
            report("table " + table, false, "the backup lacks it");
        }
    }

    private void requireEmpty(Connection connection) throws SQLException {
        if (new StoreTables(connection, Migrations.SCHEMA).exist()) {
            throw new MnemoliteException(
                    ErrorCode.CONFLICT,
                    "The database " + scratch.jdbcUrl()
                            + " holds a store of MnemoLite: a backup is proven in an empty one," + " so name another.");
        }
    }

    private static String rows(long count) {
        return count + (count == 1 ? " row" : " rows");
    }

    private void report(String name, boolean isPassed, String detail) {
        passed &= isPassed;
        checks.accept(new BackupCheck(name, isPassed, detail));
    }
}
