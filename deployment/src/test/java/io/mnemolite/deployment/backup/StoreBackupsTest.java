package io.mnemolite.deployment.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.deployment.failure.DeploymentFailure;
import io.mnemolite.deployment.root.DeploymentRoot;
import io.mnemolite.deployment.root.DeploymentSettings;
import io.mnemolite.deployment.root.FileWrites;
import io.mnemolite.postgres.backup.BackupCheck;
import io.mnemolite.postgres.backup.BackupDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreBackupsTest {

    /** Nobody listens at the first port. */
    private static final String NOBODY = "postgresql://u:secret@127.0.0.1:1/d";

    @TempDir
    Path directory;

    private DeploymentRoot root(String databaseUrl) {
        DeploymentRoot root = new DeploymentRoot(directory.resolve("root"));
        root.create(Map.entry("database.url", databaseUrl));
        return root;
    }

    private static StoreBackups backups(DeploymentRoot root) {
        return new StoreBackups(root, DeploymentSettings.read(root.settings()));
    }

    @Test
    void take_databaseDoesNotAnswer_isSaidAndLeavesNoFile() {
        DeploymentRoot root = root(NOBODY);
        StoreBackups backups = backups(root);

        assertThatThrownBy(() -> backups.take("1.0.0"))
                .isInstanceOf(DeploymentFailure.class)
                .hasMessage("The database cannot be reached at the moment; try again shortly.");
        assertThat(root.backups()).isEmptyDirectory();
    }

    @Test
    void copy_databaseDoesNotAnswer_isSaidAndLeavesNoFile() {
        StoreBackups backups = backups(root(NOBODY));
        Path file = directory.resolve("copy.zip");

        assertThatThrownBy(() -> backups.copy(file))
                .isInstanceOf(DeploymentFailure.class)
                .hasMessage("The database cannot be reached at the moment; try again shortly.");
        assertThat(file).doesNotExist();
    }

    /** A failure, after which the deployer goes back; anything else it would take for a defect. */
    @Test
    void take_addressOfAnotherKind_isAFailure() {
        StoreBackups backups = backups(root("mysql://u:secret@127.0.0.1/d"));
        Path file = directory.resolve("copy.zip");

        assertThatThrownBy(() -> backups.take("1.0.0"))
                .isInstanceOf(DeploymentFailure.class)
                .hasMessageContaining("is not the address of a PostgreSQL: it starts with mysql://")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> backups.copy(file))
                .isInstanceOf(DeploymentFailure.class)
                .hasMessageContaining("it starts with mysql://");
    }

    @Test
    void settle_aBackupThatIsProven_notesIt() throws IOException {
        Path file = directory.resolve("mnemolite-20260131T120000Z.zip");
        Files.writeString(file, "content" + "5".repeat(64));

        StoreBackups.settle(file, Optional.of("5".repeat(64)), List.of());

        assertThat(BackupDirectory.isVerified(file)).isTrue();
    }

    @Test
    void settle_aBackupThatIsNotWhole_deletesItAndSaysWhy() throws IOException {
        Path file = directory.resolve("mnemolite-20260131T120000Z.zip");
        Files.writeString(file, "content" + "5".repeat(64));
        List<BackupCheck> failed = List.of(new BackupCheck("table event", false, "it holds something else"));

        assertThatThrownBy(() -> StoreBackups.settle(file, Optional.empty(), failed))
                .isInstanceOf(DeploymentFailure.class)
                .hasMessage("The backup " + file + " is not whole and was deleted: it holds something else");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void take_fileInPlaceOfTheFolder_isSaid() throws IOException {
        DeploymentRoot root = root(NOBODY);
        FileWrites.deleteTree(root.backups());
        Files.createFile(root.backups());
        StoreBackups backups = backups(root);

        assertThatThrownBy(() -> backups.take("1.0.0"))
                .isInstanceOf(DeploymentFailure.class)
                .hasMessageStartingWith("The directory of backups " + root.backups() + " cannot be used (")
                .hasMessageEndingWith("make it one that you can write.");
    }
}
