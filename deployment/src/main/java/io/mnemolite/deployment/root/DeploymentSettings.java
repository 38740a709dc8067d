package io.mnemolite.deployment.root;

import io.mnemolite.deployment.failure.DeploymentFailure;
import io.mnemolite.deployment.plan.Slot;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The values of {@code deployment.properties}. Names that do not exist are refused. */
public final class DeploymentSettings {

    /** With the defaults. An empty value has none. */
    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("database.url", ""),
            Map.entry("database.home", ""),
            Map.entry("slot.blue.port", "8011"),
            Map.entry("slot.green.port", "8012"),
            Map.entry("haproxy.socket", "haproxy.sock"),
            Map.entry("haproxy.backend", "mnemolite"),
            Map.entry("start.seconds", "120"),
            Map.entry("warm-up.seconds", "10"),
            Map.entry("drain.seconds", "60"),
            Map.entry("observation.seconds", "60"),
            Map.entry("observation.error-percent", "1"),
            Map.entry("observation.latency-factor", "3"),
            Map.entry("observation.latency-floor-milliseconds", "100"),
            Map.entry("backup.keep", "10"),
            Map.entry("backup.keep-days", "30"));

    private final Path file;
    private final Map<String, String> values;

    private DeploymentSettings(Path file, Map<String, String> values) {
        this.file = file;
        this.values = values;
    }

    /** @throws DeploymentFailure when the file cannot be read or names what does not exist */
    public static DeploymentSettings read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw DeploymentFailure.invalid("The settings " + file + " cannot be read (" + e.getMessage() + ").");
        }
        Map<String, String> values = new TreeMap<>(DEFAULTS);
        for (String name : properties.stringPropertyNames()) {
            if (!DEFAULTS.containsKey(name)) {
                throw DeploymentFailure.invalid("'" + name + "' in " + file + " is no setting; there are: "
                        + String.join(", ", new TreeMap<>(DEFAULTS).keySet()) + ".");
            }
            values.put(name, properties.getProperty(name).strip());
        }
        return new DeploymentSettings(file, values);
    }

    /**
     * The text of a new file.
     *
     * @param database the setting that names the database, and its value
     */
    static String template(Map.Entry<String, String> database) {
        StringBuilder text = new StringBuilder("""
                # How releases are deployed here; docs/guide/deployment.md explains each value.
                # What the servers themselves are told stands in server.properties beside this file.
                """);
        new TreeMap<>(DEFAULTS)
                .forEach((name, value) -> text.append(name)
                        .append('=')
                        .append(
                                name.equals(database.getKey())
                                        ? database.getValue().replace("\\", "\\\\")
                                        : value)
                        .append('\n'));
        return text.toString();
    }

    /**
     * The database of both slots, with its password.
     *
     * @throws DeploymentFailure with {@link DeploymentFailure.Kind#BUSY} when a server keeps it for itself
     */
    public String databaseUrl() {
        String url = text("database.url");
        String home = text("database.home");
        if (url.isEmpty() == home.isEmpty()) {
            throw DeploymentFailure.invalid("Exactly one of database.url and database.home in " + file
                    + " must have a value: the PostgreSQL of both slots, such as"
                    + " postgresql://user:password@127.0.0.1:5432/mnemolite, or the home of mnemolite database.");
        }
        return home.isEmpty() ? url : DatabaseHome.url(Path.of(home));
    }

    public int port(Slot slot) {
        return (int) number("slot." + slot.lowerName() + ".port", 1, 65_535);
    }

    /** A path, relative to the deployment root unless absolute, or {@code host:port}. */
    public String haproxySocket() {
        String socket = text("haproxy.socket");
        return socket.matches("[^/]+:\\d+")
                ? socket
                : file.toAbsolutePath().resolveSibling(socket).toString();
    }

    public String haproxyBackend() {
        return text("haproxy.backend");
    }

    public Duration start() {
        return seconds("start.seconds");
    }

    public Duration warmUp() {
        return seconds("warm-up.seconds");
    }

    public Duration drain() {
        return seconds("drain.seconds");
    }

    public Duration observation() {
        return seconds("observation.seconds");
    }

    /** From 0 to 1. */
    public double errorRate() {
        return number("observation.error-percent", 0, 100) / 100;
    }

    public double latencyFactor() {
        return number("observation.latency-factor", 1, 1_000);
    }

    public double latencyFloorMillis() {
        return number("observation.latency-floor-milliseconds", 1, 1_000_000);
    }

    public int backupsKept() {
        return (int) number("backup.keep", 1, 10_000);
    }

    public int backupDays() {
        return (int) number("backup.keep-days", 1, 36_500);
    }

    private String text(String name) {
        return values.getOrDefault(name, "");
    }

    private Duration seconds(String name) {
        return Duration.ofMillis(Math.round(number(name, 0, 86_400) * 1_000));
    }

    private double number(String name, double least, double most) {
        String text = text(name);
        try {
            double value = Double.parseDouble(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number out of range.
        }
        throw DeploymentFailure.invalid("'" + text + "' is no value for " + name + " in " + file
                + "; it takes a number from " + Math.round(least) + " to " + Math.round(most) + ".");
    }
}
