package io.mnemolite.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.deployment.backup.StoreBackups;
import io.mnemolite.deployment.failure.DeploymentFailure;
import io.mnemolite.deployment.plan.Deployment;
import io.mnemolite.deployment.plan.Mode;
import io.mnemolite.deployment.plan.Slot;
import io.mnemolite.deployment.root.DeploymentRoot;
import io.mnemolite.deployment.root.DeploymentSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures of the release before, which the next process finds in a file. */
class WatchTest {

    private static final Deployment FIRST = new Deployment("a", Mode.APPLY, "1.0.0", Slot.BLUE, null);

    @TempDir
    Path directory;

    private Slots slots;
    private Watch watch;
    private Path figures;

    @BeforeEach
    void begin() throws IOException {
        DeploymentRoot root = new DeploymentRoot(directory.resolve("root"));
        Files.createDirectories(root.path());
        Files.writeString(root.settings(), """
                slot.blue.port=1
                slot.green.port=1
                warm-up.seconds=0
                """);
        root.create(Map.entry("database.url", ""));
        DeploymentSettings settings = DeploymentSettings.read(root.settings());
        slots = new Slots(root, settings, null);
        Host host = new Host(StoreBackups::new, warning -> {});
        watch = new Watch(settings, slots, host.balancer(root, settings), () -> false);
        figures = slots.of(Slot.BLUE).home().before();
    }

    @AfterEach
    void end() {
        slots.close();
    }

    @Test
    void warmUp_ofTheFirstRelease_hasNothingToCompareWith() {
        assertThat(watch.warmUp(FIRST))
                .isEqualTo("0 reads of 1 lists of events; before: p99 0.0 ms of 0 reads, 0.00 % errors");

        assertThat(figures).hasContent("p99.milliseconds=0.0\nerror.rate=0.0\n");
    }

    @Test
    void warmUp_folderInPlaceOfTheFigures_isSaid() throws IOException {
        Files.createDirectories(figures);

        assertThatThrownBy(() -> watch.warmUp(FIRST))
                .isInstanceOf(DeploymentFailure.class)
                .hasMessageStartingWith("The file " + figures + " cannot be written (");
    }

    @Test
    void observe_figuresThatAreNone_isSaidBeforeAnythingIsJudged() throws IOException {
        assertThatThrownBy(() -> watch.observe(FIRST))
                .isInstanceOf(DeploymentFailure.class)
                .hasMessage("The file " + figures + " cannot be read (java.nio.file.NoSuchFileException: " + figures
                        + ").");

        Files.writeString(figures, "p99.milliseconds=fast\n");
        assertThatThrownBy(() -> watch.observe(FIRST))
                .isInstanceOf(DeploymentFailure.class)
                .hasMessageStartingWith("The file " + figures + " cannot be read (")
                .hasMessageContaining("\"fast\"");
    }
}
