package io.mnemolite.deployment;

import io.mnemolite.deployment.plan.Slot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The directory of all that is deployed on a host.
 *
 * @param path absolute
 */
public record DeploymentRoot(Path path) {

    public DeploymentRoot {
        path = path.toAbsolutePath().normalize();
    }

    public Path settings() {
        return path.resolve("deployment.properties");
    }

    /** What both slots' servers are told, for the operator to edit. */
    public Path serverSettings() {
        return path.resolve("server.properties");
    }

    public Path journal() {
        return path.resolve("journal.jsonl");
    }

    public Path lock() {
        return path.resolve("deployment.lock");
    }

    /** Exists while somebody wants the release before the one that is being applied. */
    public Path returnRequest() {
        return path.resolve("return.requested");
    }

    public Path haproxyState() {
        return path.resolve("haproxy.state");
    }

    public Path releases() {
        return path.resolve("releases");
    }

    public Path backups() {
        return path.resolve("backups");
    }

    public Path slot(Slot slot) {
        return path.resolve("slots").resolve(slot.lowerName());
    }

    public boolean isThere() {
        return Files.exists(settings());
    }

    /** Makes the folders, and the settings with their defaults; what exists stays. */
    public void create(String databaseUrl) {
        try {
            Files.createDirectories(path);
            Files.createDirectories(releases());
            Files.createDirectories(backups());
            for (Slot slot : Slot.values()) {
                Files.createDirectories(slot(slot));
            }
            if (!Files.exists(serverSettings())) {
                FileWrites.replace(
                        serverSettings(),
                        "# For the servers of both slots, from their next start on; docs/reference/configuration.md.\n"
                                + "profile=production\n");
            }
            if (!isThere()) {
                FileWrites.replace(settings(), DeploymentSettings.template(databaseUrl));
            }
        } catch (IOException e) {
            throw DeploymentFailure.failed("The deployment root " + path + " cannot be made (" + e + ").", e);
        }
    }
}
