package io.mnemolite.deployment.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.deployment.failure.DeploymentFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlotHomeTest {

    @TempDir
    Path directory;

    private SlotHome home;
    private Path shared;

    @BeforeEach
    void begin() {
        home = new SlotHome(directory.resolve("slot"));
        shared = directory.resolve("server.properties");
    }

    @Test
    void configure_ownValues_countBeforeThoseThatAreShared() throws IOException {
        Files.writeString(shared, "database.url=shared\nlog.folder=C:\\\\logs\n");

        home.configure("1.0.0", shared, Map.of("database.url", "own"));

        assertThat(home.configuration())
                .content()
                .contains("for release 1.0.0", "edited in " + shared)
                .endsWith("\ndatabase.url=own\nlog.folder=C:\\\\logs\n");
        assertThat(home.release()).contains("1.0.0");
    }

    @Test
    void configure_malformedSharedSettings_leavesTheSlotUnmarked() throws IOException {
        Files.writeString(shared, "http.api-key=\\u00zz\n");

        assertThatThrownBy(() -> home.configure("1.0.0", shared, Map.of()))
                .isInstanceOf(DeploymentFailure.class)
                .hasMessageStartingWith("The slot " + home.path() + " cannot be made ready (")
                .hasMessageContaining("Malformed");
        assertThat(home.release()).isEmpty();
        assertThat(home.configuration()).doesNotExist();
    }

    @Test
    void linkClassCache_fileInItsPlace_isSaid() throws IOException {
        Path launcher = directory.resolve("mnemolite");
        Files.createFile(directory.resolve("runtime"));

        assertThatThrownBy(() -> home.linkClassCache(launcher))
                .isInstanceOf(DeploymentFailure.class)
                .hasMessageStartingWith("The slot cannot use the cache of loaded classes in "
                        + directory.resolve("runtime/aot") + " (");
    }

    @Test
    void linkClassCache_folderOfItsOwnOrALinkElsewhere_isReplaced() throws IOException {
        Path link = home.path().resolve("runtime/aot");
        Files.createDirectories(link);
        Files.createFile(link.resolve("own.aot"));

        home.linkClassCache(directory.resolve("1.0.0/mnemolite"));
        assertThat(Files.readSymbolicLink(link)).isEqualTo(directory.resolve("1.0.0/runtime/aot"));

        home.linkClassCache(directory.resolve("1.1.0/mnemolite"));
        assertThat(Files.readSymbolicLink(link)).isEqualTo(directory.resolve("1.1.0/runtime/aot"));
        assertThat(directory.resolve("1.0.0/runtime/aot")).isEmptyDirectory();
    }

    @Test
    void isAnnouncedBy_fileThatIsNoJson_isNo() throws IOException {
        Files.createDirectories(home.path());
        Path state = home.path().resolve("server.json");
        assertThat(home.isAnnouncedBy(7)).isFalse();

        Files.writeString(state, "{\"pid\":7");
        assertThat(home.isAnnouncedBy(7)).isFalse();

        Files.writeString(state, "{\"pid\":7}");
        assertThat(home.isAnnouncedBy(7)).isTrue();
        assertThat(home.isAnnouncedBy(8)).isFalse();
    }

    @Test
    void foldersInPlaceOfFiles_areAsIfNothingWereThere() throws IOException {
        Files.createDirectories(home.path().resolve("release"));
        Files.createDirectories(home.path().resolve("server.json"));
        Files.createDirectories(home.console());

        assertThat(home.release()).isEmpty();
        assertThat(home.isAnnouncedBy(7)).isFalse();
        assertThat(home.endOfConsole()).isEmpty();
    }

    @Test
    void endOfConsole_muchWasPrinted_isTheLastOfIt() throws IOException {
        Files.createDirectories(home.console().getParent());
        Files.writeString(home.console(), "first\n" + "x".repeat(2_000) + "\nlast\n");

        assertThat(home.endOfConsole()).hasSize(2_000).startsWith("x").endsWith("x\nlast");
    }
}
