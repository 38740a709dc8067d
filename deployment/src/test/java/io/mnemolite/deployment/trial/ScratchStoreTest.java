package io.mnemolite.deployment.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.deployment.failure.DeploymentFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchStoreTest {

    /** Shared with the tests of the store, since unpacking PostgreSQL takes a second. */
    private static final Path PROGRAMS = Path.of(
            System.getenv().getOrDefault("HOME", System.getProperty("user.home")),
            ".cache",
            "mnemolite",
            "test-programs");

    @TempDir
    Path directory;

    @Test
    void of_fileInPlaceOfTheFolder_isSaid() throws IOException {
        Path file = Files.createFile(directory.resolve("scratch"));
        Path folder = file.resolve("trial");

        assertThatThrownBy(() -> ScratchStore.of(directory.resolve("backup.zip"), folder, PROGRAMS))
                .isInstanceOf(DeploymentFailure.class)
                .hasMessageStartingWith("A scratch database cannot be made in " + folder + " (");
    }

    @Test
    void of_fileThatIsNoBackup_isSaidAndEndsTheDatabase() throws IOException {
        Path scratch = directory.resolve("scratch");
        Path file = Files.writeString(directory.resolve("backup.zip"), "no backup");

        assertThatThrownBy(() -> ScratchStore.of(file, scratch, PROGRAMS))
                .isInstanceOf(DeploymentFailure.class)
                .hasMessage(file + " is not a backup of MnemoLite: it was not written by 'mnemolite backup'.");
        assertThat(scratch).isEmptyDirectory();
    }
}
