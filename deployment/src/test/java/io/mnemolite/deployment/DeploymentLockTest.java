package io.mnemolite.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentLockTest {

    @TempDir
    Path directory;

    @Test
    void take_isForOne_untilItIsClosed() {
        Path file = directory.resolve("lock");
        try (DeploymentLock lock = DeploymentLock.take(file).orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(DeploymentLock.take(file)).isEmpty();
            assertThat(DeploymentLock.await(file, Duration.ZERO)).isEmpty();
        }
        DeploymentLock.await(file, Duration.ZERO).orElseThrow().close();
    }

    @Test
    void take_folderInItsPlace_saysSo() {
        assertThatThrownBy(() -> DeploymentLock.take(directory))
                .hasMessageContaining("The lock " + directory + " cannot be taken");
    }
}
