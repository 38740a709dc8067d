package io.mnemolite.deployment.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.deployment.failure.DeploymentFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlotProcessTest {

    @TempDir
    Path directory;

    @Test
    void start_slotIsMissing_saysWhatCannotBeStarted() throws IOException {
        Path launcher = WaitingLauncher.make(directory.resolve("releases/1.0.0"));
        SlotProcess process = new SlotProcess(new SlotHome(directory.resolve("slot")), 1);

        assertThatThrownBy(() -> process.start(launcher))
                .isInstanceOf(DeploymentFailure.class)
                .hasMessageStartingWith("The server cannot be started with " + launcher + " (")
                .hasMessageContaining(directory.resolve("slot").toString());
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void stop_processThatDoesNotListen_endsItByForce() throws IOException {
        SlotHome home = new SlotHome(directory.resolve("slot"));
        home.configure("1.0.0", directory.resolve("none"), Map.of());
        SlotProcess process = new SlotProcess(home, 1);
        process.start(WaitingLauncher.make(directory.resolve("releases/1.0.0"), "trap '' TERM"));
        ProcessHandle deaf = WaitingLauncher.await(process);

        process.stop(Duration.ofMillis(50));

        assertThat(deaf.isAlive()).isFalse();
        assertThat(process.isAlive()).isFalse();
    }
}
