package io.mnemolite.postgres.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.postgres.Migrations;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no whole backups, and backups that do not hold what they say. */
class BackupFileTest {

    private static final int BUNDLED = 18;
    private static final int PLACES = 300;

    @TempDir
    static Path shared;

    @TempDir
    Path directory;

    private static Path good;

    @BeforeAll
    static void write() {
        good = shared.resolve("good.zip");
        FilledStore store = FilledStore.of(BUNDLED);
        store.execute("delete from mnemolite.event where metadata ->> 'n' <> '7'");
        new Backup(store.address(), "1").write(good, BackupProgress.NONE);
    }

    @Test
    void open_ofAFileCutAnywhere_isRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(good);
        for (int i = 0; i < PLACES; i++) {
            int length = (int) ((long) bytes.length * i / PLACES);
            refuse(Arrays.copyOf(bytes, length), length < 50 ? "is not a backup of MnemoLite" : "is damaged");
        }
        refuse(Arrays.copyOf(bytes, bytes.length - 1), "is damaged");
    }

    @Test
    void open_ofAFileAlteredAnywhere_isRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(good);
        for (int i = 0; i < PLACES; i++) {
            // Not the first bytes: those decide whether it is a backup at all.
            int place = 50 + (int) ((bytes.length - 50L) * i / PLACES);
            byte[] altered = bytes.clone();
            altered[place] ^= 0x10;
            refuse(altered, "is damaged");
        }
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
        refuse(longer, "is damaged");
    }

    @Test
    void open_ofAForeignFile_saysWhatItIsNot() throws IOException {
        refuse("CREATE TABLE event;\n".getBytes(StandardCharsets.UTF_8), "is not a backup of MnemoLite");
        refuse(new byte[0], "is not a backup of MnemoLite");
        assertThatThrownBy(() -> BackupFile.open(directory.resolve("none.zip")))
                .isInstanceOfSatisfying(
                        MnemoliteException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND))
                .hasMessageContaining("There is no file");
    }

    @Test
    void restore_ofANewerSchemaOrFormat_namesWhatToUse() throws IOException {
        Path schema = rewritten(
                manifest -> {
                    ((ObjectNode) manifest.get("migrations")).put("" + (Migrations.newestVersion() + 1), 1);
                    return manifest.put("product", "9.8.7");
                },
                "");
        assertThatThrownBy(() -> restore(schema))
                .hasMessageContaining("schema version " + (Migrations.newestVersion() + 1))
                .hasMessageContaining("written by MnemoLite 9.8.7")
                .hasMessageContaining("or a newer one");

        Path format = rewritten(manifest -> manifest.put("format", 2), "");
        assertThatThrownBy(() -> BackupFile.open(format))
                .isInstanceOf(MnemoliteException.class)
                .hasMessageContaining("has the format 2")
                .hasMessageContaining("use a newer MnemoLite");
    }

    @Test
    void restore_ofOtherMigrations_isRefused() throws IOException {
        Path file = rewritten(
                manifest -> {
                    ((ObjectNode) manifest.get("migrations")).put("1", 12345);
                    return manifest;
                },
                "");
        assertThatThrownBy(() -> restore(file))
                .isInstanceOf(MnemoliteException.class)
                .hasMessageContaining("made by other migrations");
    }

    @Test
    void restore_ofOtherRowsThanTheManifestSays_changesNothing() throws IOException {
        FilledStore target = FilledStore.of(BUNDLED);
        String before = target.one("select generation from mnemolite.store");
        Path file = rewritten(manifest -> manifest, "\\N\\N\n");
        assertThatThrownBy(() -> {
                    try (BackupFile backup = BackupFile.open(file)) {
                        new Restore(target.address(), true, false).run(backup, BackupProgress.NONE);
                    }
                })
                .isInstanceOf(MnemoliteException.class)
                .hasMessageContaining("is damaged: PostgreSQL refuses its rows (SQLSTATE 22P04)");
        assertThat(target.one("select generation from mnemolite.store")).isEqualTo(before);
        assertThat(target.column("select nspname from pg_namespace where nspname like 'mnemolite%'"))
                .containsExactly("mnemolite");
    }

    @Test
    void verification_ofAGoodBackup_passesLineByLineAndLeavesTheDatabaseEmpty() {
        FilledStore scratch = FilledStore.none(BUNDLED);
        List<BackupCheck> checks = new ArrayList<>();
        assertThat(new BackupVerification(scratch.address(), checks::add).run(good, BackupProgress.NONE))
                .hasValueSatisfying(checksum -> assertThat(checksum).matches("[0-9a-f]{64}"));
        assertThat(checks).allMatch(BackupCheck::passed);
        assertThat(checks)
                .extracting(BackupCheck::name)
                .contains("file", "manifest", "restore", "table event", "table code_edge", "migration");
        assertThat(scratch.column("select nspname from pg_namespace where nspname like 'mnemolite%'"))
                .isEmpty();
    }

    @Test
    void verification_ofABadBackup_saysWhatIsWrong() throws IOException {
        FilledStore scratch = FilledStore.none(BUNDLED);
        assertThat(rejection(scratch, rewritten(manifest -> manifest, "/short\n")))
                .contains("PostgreSQL refuses its rows (SQLSTATE 22P04)");
        // One row more than the manifest counts, which only reading the rows shows.
        Path file = rewritten(manifest -> manifest, "/more\tkey\thash\t{}\t2026-01-01 00:00:00+00\n");
        assertThat(rejection(scratch, file))
                .contains("the rows of table idempotency are not those that its manifest describes");
        assertThat(scratch.column("select nspname from pg_namespace where nspname like 'mnemolite%'"))
                .isEmpty();
    }

    @Test
    void verification_inADatabaseWithAStore_isRefused() {
        FilledStore used = FilledStore.empty(BUNDLED);
        assertThatThrownBy(() -> new BackupVerification(used.address(), check -> {}).run(good, BackupProgress.NONE))
                .isInstanceOf(MnemoliteException.class)
                .hasMessageContaining("name another");
        assertThat(used.one("select count(*) from mnemolite.event")).isEqualTo("0");
    }

    /** What the check that does not pass says, which is the last one. */
    private static String rejection(FilledStore scratch, Path file) {
        List<BackupCheck> checks = new ArrayList<>();
        assertThat(new BackupVerification(scratch.address(), checks::add).run(file, BackupProgress.NONE))
                .isEmpty();
        assertThat(checks.getLast().passed()).isFalse();
        return checks.getLast().detail();
    }

    private void refuse(byte[] bytes, String sentence) throws IOException {
        Path file = directory.resolve("bad.zip");
        Files.write(file, bytes);
        assertThatThrownBy(() -> BackupFile.open(file))
                .isInstanceOfSatisfying(
                        MnemoliteException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_VALUE))
                .hasMessageContaining(sentence);
    }

    private static void restore(Path file) {
        try (BackupFile backup = BackupFile.open(file)) {
            new Restore(FilledStore.none(BUNDLED).address(), false, false).run(backup, BackupProgress.NONE);
        }
    }

    /** The good backup with another manifest and more rows of idempotency, under a checksum that fits. */
    private Path rewritten(UnaryOperator<ObjectNode> change, String more) throws IOException {
        Path file = directory.resolve("rewritten.zip");
        try (BackupFile backup = BackupFile.open(good);
                BackupFileWriter writer = new BackupFileWriter(file)) {
            for (TableContents table : backup.manifest().tables()) {
                OutputStream target = writer.begin(BackupFile.entryOf(table.name()));
                try (InputStream rows = backup.rows(table)) {
                    rows.transferTo(target);
                }
                if (table.name().equals("idempotency")) {
                    target.write(more.getBytes(StandardCharsets.UTF_8));
                }
                writer.end();
            }
            writer.finish(change.apply(ManifestJson.write(backup.manifest())));
        }
        return file;
    }
}
