package io.mnemolite.deployment.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.deployment.failure.DeploymentFailure;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseMigrationTest {

    @TempDir
    Path directory;

    private Path launcher(String script) throws IOException {
        return ScriptedLauncher.write(directory, script);
    }

    @Test
    void run_ofAnyRelease_tellsItsLauncherTheDatabase() throws IOException {
        assertThat(ReleaseMigration.run(launcher("echo \"$@ in $DATABASE_URL\""), "postgresql://u@h/d"))
                .isEqualTo("migrate in postgresql://u@h/d");
    }

    @Test
    void run_launcherThatRefuses_saysWhatItSaid() throws IOException {
        Path launcher = launcher("echo No table. >&2; exit 3");

        assertThatThrownBy(() -> ReleaseMigration.run(launcher, "postgresql://u:secret@h/d"))
                .isInstanceOf(DeploymentFailure.class)
                .hasMessage("The migration failed with exit code 3: No table.");
    }

    @Test
    void run_noLauncher_isSaidWithoutThePassword() {
        Path missing = directory.resolve("missing");

        assertThatThrownBy(() -> ReleaseMigration.run(missing, "postgresql://u:secret@h/d"))
                .isInstanceOf(DeploymentFailure.class)
                .hasMessageStartingWith("The migration cannot be started with " + missing + " (")
                .hasMessageNotContaining("secret");
    }
}
