package io.mnemolite.deployment.root;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mnemolite.deployment.failure.DeploymentFailure;
import io.mnemolite.deployment.failure.DeploymentFailure.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The home of {@code mnemolite database}, which runs the embedded PostgreSQL for servers that come and go. */
final class DatabaseHome {

    private DatabaseHome() {}

    /**
     * Where that PostgreSQL answers.
     *
     * @throws DeploymentFailure with {@link Kind#BUSY} when {@code mnemolite serve} has the home, and would take the
     *     database along when it ends
     */
    static String url(Path home) {
        try {
            Path url = home.resolve("database.url");
            if (Files.exists(url)) {
                return Files.readString(url).strip();
            }
            Path server = home.resolve("server.json");
            if (Files.exists(server) && isAlive(server)) {
                throw new DeploymentFailure(
                        Kind.BUSY,
                        "A mnemolite serve owns the database in " + home + ", and takes it along when it ends. Stop it,"
                                + " then: mnemolite database --home " + home + " --detach");
            }
        } catch (IOException e) {
            throw DeploymentFailure.failed("The home " + home + " cannot be read (" + e + ").", e);
        }
        throw DeploymentFailure.invalid(
                "No database runs in " + home + ". Start it: mnemolite database --home " + home + " --detach");
    }

    private static boolean isAlive(Path server) throws IOException {
        long pid =
                new JsonMapper().readTree(Files.readString(server)).path("pid").asLong();
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
