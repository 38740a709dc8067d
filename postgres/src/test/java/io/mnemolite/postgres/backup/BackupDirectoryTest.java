package io.mnemolite.postgres.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupDirectoryTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void fileFor_namesTheMomentAndRemovesWhatKilledBackupsLeft() throws IOException {
        Path killed = Files.createFile(folder.resolve(".mnemolite-20260101T000000Z.zip.99999999.part"));
        Path running = Files.createFile(folder.resolve(
                ".mnemolite-20260101T000000Z.zip." + ProcessHandle.current().pid() + ".part"));
        assertThat(new BackupDirectory(folder).fileFor(NOW))
                .isEqualTo(folder.resolve("mnemolite-20260131T120000Z.zip"));
        assertThat(killed).doesNotExist();
        assertThat(running).exists();
        assertThat(new BackupDirectory(folder.resolve("new/one")).list()).isEmpty();
        assertThat(new BackupDirectory(folder.resolve("new/one")).fileFor(NOW).getParent())
                .isDirectory();
    }

    @Test
    void prune_keepsTheNewestByNumberAndTheYoungByAge() throws IOException {
        List<Path> backups = backups(6);
        assertThat(new BackupDirectory(folder).prune(2, Duration.ofHours(75), NOW))
                .containsExactlyElementsOf(backups.subList(4, 6));
        assertThat(new BackupDirectory(folder).list()).containsExactlyElementsOf(backups.subList(0, 4));
        assertThat(new BackupDirectory(folder).prune(3, Duration.ZERO, NOW)).containsExactly(backups.get(3));
    }

    @Test
    void prune_keepsTheNewestAndTheNewestProvenOne() throws IOException {
        List<Path> backups = backups(5);
        BackupDirectory.markVerified(backups.get(2), checksum(2));
        BackupDirectory.markVerified(backups.get(3), checksum(3));
        // Another file than the one that was proven.
        BackupDirectory.markVerified(backups.get(1), checksum(4));

        assertThat(new BackupDirectory(folder).prune(0, Duration.ZERO, NOW))
                .containsExactly(backups.get(1), backups.get(3), backups.get(4));
        assertThat(new BackupDirectory(folder).list()).containsExactly(backups.get(0), backups.get(2));
        assertThat(folder.resolve(backups.get(3).getFileName() + ".verified")).doesNotExist();
        assertThat(BackupDirectory.isVerified(backups.get(2))).isTrue();
        assertThat(BackupDirectory.isVerified(backups.get(0))).isFalse();
    }

    /** One that a killed deployment left unproven must not drive out one that can be restored. */
    @Test
    void prune_byNumber_keepsProvenOnesFirst() throws IOException {
        List<Path> backups = backups(5);
        for (int i = 1; i < 4; i++) {
            BackupDirectory.markVerified(backups.get(i), checksum(i));
        }

        assertThat(new BackupDirectory(folder).prune(2, Duration.ZERO, NOW))
                .containsExactly(backups.get(3), backups.get(4));
        assertThat(new BackupDirectory(folder).list()).containsExactlyElementsOf(backups.subList(0, 3));
    }

    @Test
    void prune_leavesOtherFilesAlone() throws IOException {
        backups(1);
        Path other = Files.createFile(folder.resolve("mnemolite-old.zip"));
        Path copy = Files.createFile(folder.resolve("copy of mnemolite-20200101T000000Z.zip"));
        Path export = Files.createFile(folder.resolve("export.jsonl"));
        assertThat(new BackupDirectory(folder).prune(1, Duration.ZERO, NOW)).isEmpty();
        assertThat(List.of(other, copy, export))
                .allSatisfy(file -> assertThat(file).exists());
    }

    /** One a day, the newest first and an hour old. */
    private List<Path> backups(int count) throws IOException {
        List<Path> backups = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Path file = new BackupDirectory(folder)
                    .fileFor(NOW.minus(Duration.ofDays(i)).minus(Duration.ofHours(1)));
            Files.writeString(file, "content" + checksum(i));
            backups.add(file);
        }
        return backups;
    }

    private static String checksum(int i) {
        return ("" + i).repeat(64);
    }
}
