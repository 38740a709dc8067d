package io.mnemolite.deployment.root;

import io.mnemolite.deployment.failure.DeploymentFailure;
import io.mnemolite.deployment.plan.Slot;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

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

    /** The values of {@link #serverSettings()}; none when the file is missing. */
    public Properties serverValues() {
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(serverSettings())) {
            values.load(reader);
            return values;
        } catch (NoSuchFileException e) {
            return values;
        } catch (IOException | IllegalArgumentException e) {
            throw DeploymentFailure.invalid("The settings " + serverSettings() + " cannot be read (" + e + ").");
        }
    }

    /** What protected servers want to be shown: {@code http.api-key} of {@link #serverSettings()}. */
    public Optional<String> apiKey() {
        return Optional.ofNullable(serverValues().getProperty("http.api-key"))
                .map(String::strip)
                .filter(key -> !key.isEmpty());
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

    /** For databases that last for one job. */
    public Path scratch() {
        return path.resolve("scratch");
    }

    /** Servers that serve nobody. */
    public Path trial() {
        return path.resolve("trial");
    }

    /** The programs of PostgreSQL for those. */
    public Path runtime() {
        return path.resolve("runtime");
    }

    public Path slot(Slot slot) {
        return path.resolve("slots").resolve(slot.lowerName());
    }

    public boolean isThere() {
        return Files.exists(settings());
    }

    /**
     * Makes the folders, and the settings with their defaults; what exists stays.
     *
     * @param database the setting that names the database, and its value
     */
    public void create(Map.Entry<String, String> database) {
        try {
            Files.createDirectories(path);
            Files.createDirectories(releases());
            Files.createDirectories(backups());
            Files.createDirectories(trial());
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
                FileWrites.replace(settings(), DeploymentSettings.template(database));
            }
        } catch (IOException e) {
            throw DeploymentFailure.failed("The deployment root " + path + " cannot be made (" + e + ").", e);
        }
    }
}
