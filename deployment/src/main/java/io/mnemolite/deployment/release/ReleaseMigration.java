package io.mnemolite.deployment.release;

import io.mnemolite.deployment.failure.DeploymentFailure;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** {@code mnemolite migrate} of a release: only the release itself knows its migrations. */
public final class ReleaseMigration {

    private ReleaseMigration() {}

    /**
     * Brings the schema up to date while the release before it works on it.
     *
     * @return what the program said
     */
    public static String run(Path launcher, String databaseUrl) {
        ProcessBuilder builder = new ProcessBuilder(List.of(launcher.toString(), "migrate"))
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.endsWith("DATABASE_URL"));
        builder.environment().put("DATABASE_URL", databaseUrl);
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            int exitCode = process.waitFor();
            if (exitCode != 0) {
                throw DeploymentFailure.failed("The migration failed with exit code " + exitCode + ": " + output);
            }
            return output;
        } catch (IOException e) {
            throw DeploymentFailure.failed("The migration cannot be started with " + launcher + " (" + e + ").", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw DeploymentFailure.failed("The migration was interrupted.", e);
        }
    }
}
