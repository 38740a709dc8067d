package io.mnemolite.deployment.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.deployment.failure.DeploymentFailure;
import io.mnemolite.deployment.slot.SlotHome;
import io.mnemolite.deployment.slot.SlotProcess;
import io.mnemolite.deployment.slot.WaitingLauncher;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialServerTest {

    @TempDir
    Path directory;

    private SlotHome home;
    private SlotProcess process;

    @BeforeEach
    void begin() {
        home = new SlotHome(directory.resolve("trial/new"));
        process = new SlotProcess(home, 1);
    }

    @AfterEach
    void end() {
        process.find().forEach(ProcessHandle::destroyForcibly);
    }

    private TrialServer start(Path launcher) {
        return TrialServer.start(
                "1.1.0",
                launcher,
                home.path(),
                directory.resolve("server.properties"),
                Map.of("database.url", "postgresql://u@h/d"),
                null,
                Duration.ZERO);
    }

    @Test
    void start_serverDoesNotAnswer_isSaidAndEndsIt() throws IOException {
        Path launcher = WaitingLauncher.make(directory.resolve("releases/1.1.0"));

        assertThatThrownBy(() -> start(launcher))
                .isInstanceOf(DeploymentFailure.class)
                .hasMessage("The server is not healthy after 0 s: /health answers nothing. Its output is in "
                        + home.console() + ".");
        assertThat(process.isAlive()).as("the server of the trial runs").isFalse();
        assertThat(home.configuration()).content().contains("database.url=postgresql://u@h/d");
    }

    /** It would answer in place of the next one. */
    @Test
    void start_aTrialBeforeItWasKilled_endsWhatThatLeft() throws IOException {
        home.configure("1.0.0", directory.resolve("none"), Map.of());
        process.start(WaitingLauncher.make(directory.resolve("releases/1.0.0")));
        ProcessHandle left = WaitingLauncher.await(process);
        Path missing = directory.resolve("releases/1.1.0/mnemolite");

        assertThatThrownBy(() -> start(missing)).isInstanceOf(DeploymentFailure.class);

        assertThat(left.isAlive()).isFalse();
        assertThat(process.isAlive()).isFalse();
    }
}
