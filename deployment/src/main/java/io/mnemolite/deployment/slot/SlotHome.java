package io.mnemolite.deployment.slot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mnemolite.deployment.failure.DeploymentFailure;
import io.mnemolite.deployment.root.FileWrites;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** The folder of a slot: a server's home, and which release it was made ready for. */
public record SlotHome(Path path) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LOG_CHARACTERS = 2_000;

    /** Where a launcher keeps it within a home. */
    private static final Path CLASS_CACHE = Path.of("runtime", "aot");

    /** The server's configuration; its path tells the slot's process from all others. */
    public Path configuration() {
        return path.resolve("mnemolite.properties");
    }

    public Path index() {
        return path.resolve("index");
    }

    /** What the server prints. */
    public Path console() {
        return path.resolve("logs").resolve("console.log");
    }

    /** Figures of the release that served before. */
    public Path before() {
        return path.resolve("before.properties");
    }

    /** The release that the folder was made ready for. */
    public Optional<String> release() {
        return read(marker()).map(String::strip);
    }

    /**
     * Makes the folder ready: the configuration, and then the mark of the release.
     *
     * @param shared the operator's file for both slots; may be missing
     * @param own what counts before it, such as {@code database.url}: by the environment it would also reach what the
     *     server starts on its own account, and that must not touch the data
     */
    public void configure(String release, Path shared, Map<String, String> own) {
        try {
            Files.createDirectories(console().getParent());
            Properties values = new Properties();
            if (Files.exists(shared)) {
                try (Reader reader = Files.newBufferedReader(shared)) {
                    values.load(reader);
                }
            }
            values.putAll(own);
            StringBuilder text = new StringBuilder("# Written by mnemolite deploy for release " + release
                    + "; what both slots share is edited in " + shared + ".\n");
            new TreeMap<>(values)
                    .forEach((name, value) -> text.append(name)
                            .append('=')
                            .append(String.valueOf(value).replace("\\", "\\\\"))
                            .append('\n'));
            FileWrites.replace(configuration(), text.toString());
            FileWrites.replace(marker(), release + "\n");
        } catch (IOException | IllegalArgumentException e) {
            throw DeploymentFailure.failed("The slot " + path + " cannot be made ready (" + e + ").", e);
        }
    }

    /** Has the server find and keep the JDK's cache of loaded classes in the launcher's folder, which both slots share. */
    public void linkClassCache(Path launcher) {
        Path folder = launcher.resolveSibling(CLASS_CACHE);
        Path link = path.resolve(CLASS_CACHE);
        try {
            if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(folder)) {
                return;
            }
            Files.createDirectories(folder);
            Files.createDirectories(link.getParent());
            if (Files.isSymbolicLink(link)) {
                Files.delete(link);
            } else {
                FileWrites.deleteTree(link);
            }
            Files.createSymbolicLink(link, folder);
        } catch (IOException e) {
            throw DeploymentFailure.failed(
                    "The slot cannot use the cache of loaded classes in " + folder + " (" + e + ").", e);
        }
    }

    /** Takes the mark away, before anything in the folder changes. */
    public void unmark() throws IOException {
        Files.deleteIfExists(marker());
    }

    /** Whether the process has said that it listens. */
    public boolean isAnnouncedBy(long pid) {
        return read(path.resolve("server.json"))
                .map(text -> {
                    try {
                        JsonNode state = JSON.readTree(text);
                        return state.path("pid").asLong() == pid;
                    } catch (IOException e) {
                        return false;
                    }
                })
                .orElse(false);
    }

    /** The end of what the server printed. */
    public String endOfConsole() {
        String text = read(console()).orElse("").strip();
        return text.length() <= LOG_CHARACTERS ? text : text.substring(text.length() - LOG_CHARACTERS);
    }

    private Path marker() {
        return path.resolve("release");
    }

    private static Optional<String> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
