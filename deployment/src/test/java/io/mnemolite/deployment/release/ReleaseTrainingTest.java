package io.mnemolite.deployment.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseTrainingTest {

    @TempDir
    Path directory;

    private Path launcher(String script) throws IOException {
        return ScriptedLauncher.write(directory, script);
    }

    @Test
    void run_ofAnyRelease_asksItsLauncherToTrainInItsOwnFolder() throws IOException {
        Path launcher = launcher("echo \"$@\" >\"$2/asked\"");

        assertThat(ReleaseTraining.run(launcher, () -> false)).isEmpty();
        assertThat(directory.resolve("asked")).content().isEqualTo("--home " + directory + " train\n");
    }

    @Test
    void run_launcherThatCannot_saysWhyAndFailsNothing() throws IOException {
        Path launcher = launcher("echo There is no command.; exit 2");

        assertThat(ReleaseTraining.run(launcher, () -> false))
                .isEqualTo("none was made (exit code 2): There is no command.");
        assertThat(ReleaseTraining.run(directory.resolve("missing"), () -> false))
                .startsWith("none was made");
    }

    @Test
    void run_stopIsAsked_endsWhatTrainsAndLetsTheLauncherTidyUp() throws IOException {
        Path tidy = directory.resolve("tidy");
        Path begun = directory.resolve("begun");
        Path launcher = launcher("sleep 1000 &\ntouch '" + begun + "'\nwait\ntouch '" + tidy + "'");

        assertThat(ReleaseTraining.run(launcher, () -> Files.exists(begun))).isEqualTo("none was made in time");
        while (!Files.exists(tidy)) {
            Thread.onSpinWait();
        }
    }
}
