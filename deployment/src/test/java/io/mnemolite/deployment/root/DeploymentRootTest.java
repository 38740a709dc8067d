package io.mnemolite.deployment.root;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.deployment.failure.DeploymentFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentRootTest {

    @TempDir
    Path directory;

    @Test
    void apiKey_isWhatServersAreTold() throws IOException {
        DeploymentRoot root = new DeploymentRoot(directory);
        assertThat(root.apiKey()).isEmpty();

        Files.writeString(root.serverSettings(), "http.api-key= the key \n");
        assertThat(root.apiKey()).contains("the key");

        Files.writeString(root.serverSettings(), "http.api-key=\n");
        assertThat(root.apiKey()).isEmpty();
    }

    @Test
    void apiKey_unreadableSettings_areNamed() throws IOException {
        DeploymentRoot root = new DeploymentRoot(directory);
        Files.writeString(root.serverSettings(), "http.api-key=\\u00zz\n");

        assertThatThrownBy(root::apiKey)
                .isInstanceOf(DeploymentFailure.class)
                .hasMessageContaining("The settings " + root.serverSettings() + " cannot be read");
    }

    @Test
    void create_fileInItsPlace_isSaid() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        DeploymentRoot root = new DeploymentRoot(file.resolve("root"));

        assertThatThrownBy(() -> root.create(Map.entry("database.url", "")))
                .hasMessageContaining("The deployment root " + root.path() + " cannot be made");
    }
}
