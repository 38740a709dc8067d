package io.mnemolite.deployment.root;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mnemolite.deployment.failure.DeploymentFailure;
import io.mnemolite.deployment.failure.DeploymentFailure.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The home of {@code mnemolite database}, which runs the embedded PostgreSQL for servers that come and go. Who has it is
 * said by its lock, which ends with its holder; every file in it may be left over from one that was killed.
 */
final class DatabaseHome {

    private static final String DATABASE = "database";
    private static final String SERVE = "serve";

    private DatabaseHome() {}

    /**
     * Where that PostgreSQL answers.
     *
     * @throws DeploymentFailure with {@link Kind#BUSY} when {@code mnemolite serve} has the home, and would take the
     *     database along when it ends, or another command has
     */
    static String url(Path home) {
        try {
            if (!LockFile.isTaken(home.resolve("server.lock"))) {
                throw DeploymentFailure.invalid(
                        "No database runs in " + home + ". Start it: mnemolite database --home " + home + " --detach");
            }
            JsonNode owner = owner(home.resolve("owner.json"));
            String command = owner.path("command").asText(SERVE);
            if (command.equals(SERVE)) {
                throw busy(
                        "A mnemolite serve owns the database in " + home + ", and takes it along when it ends. Stop it,"
                                + " then: mnemolite database --home " + home + " --detach");
            }
            if (!command.equals(DATABASE)) {
                throw busy("A mnemolite " + command + " works on the database in " + home + " (process "
                        + owner.path("pid").asLong() + "). Wait for its end, then: mnemolite database --home " + home
                        + " --detach");
            }
            if (owner.path("address").asText("").isEmpty()) {
                throw busy("The database in " + home + " is still starting. Try again in a moment.");
            }
            return Files.readString(home.resolve("database.url")).strip();
        } catch (IOException e) {
            throw DeploymentFailure.failed("The home " + home + " cannot be read (" + e + ").", e);
        }
    }

    /** A server writes no such file, and deletes that of a command before it. */
    private static JsonNode owner(Path file) throws IOException {
        JsonMapper json = new JsonMapper();
        return Files.exists(file) ? json.readTree(Files.readString(file)) : json.createObjectNode();
    }

    private static DeploymentFailure busy(String sentences) {
        return new DeploymentFailure(Kind.BUSY, sentences);
    }
}
