package io.mnemolite.server.home;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.server.request.Json;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A home directory that belongs to this process until it is closed or the process ends. */
public final class Home implements AutoCloseable {

    private static final String LOCK = "server.lock";
    private static final String STATE = "server.json";

    /** What a command writes that holds the home in a server's place. */
    private static final String OWNER = "owner.json";

    private final Path directory;
    private final FileChannel channel;
    private final FileLock lock;

    private Home(Path directory, FileChannel channel, FileLock lock) {
        this.directory = directory;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the directory, which is made when missing, readable by its owner alone.
     *
     * @throws MnemoliteException with {@link ErrorCode#CONFLICT} when another server has it, in a sentence that says where
     *     that one answers; with {@link ErrorCode#CONFIGURATION} when it cannot be used
     */
    public static Home take(Path directory) {
        try {
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(directory);
                FileStore files = Files.getFileStore(directory);
                if (files.supportsFileAttributeView("posix")) {
                    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
                }
            }
            FileChannel channel =
                    FileChannel.open(directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new MnemoliteException(ErrorCode.CONFLICT, inUse(directory));
            }
            Files.deleteIfExists(directory.resolve(STATE));
            Files.deleteIfExists(directory.resolve(OWNER));
            return new Home(directory, channel, lock);
        } catch (IOException e) {
            throw new MnemoliteException(
                    ErrorCode.CONFIGURATION,
                    "The home directory " + directory + " cannot be used (" + e.getMessage()
                            + "); make it writable, or choose another with --home.",
                    e);
        }
    }

    /** Writes down where this server answers. */
    public void announce(String url, String version) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("pid", ProcessHandle.current().pid());
        state.put("url", url);
        state.put("startedAt", Instant.now().toString());
        state.put("version", version);
        try {
            Path temporary = directory.resolve(STATE + ".tmp");
            Files.write(temporary, Json.MAPPER.writeValueAsBytes(state));
            Files.move(temporary, directory.resolve(STATE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new MnemoliteException(
                    ErrorCode.CONFIGURATION, "The file " + directory.resolve(STATE) + " cannot be written.", e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(directory.resolve(STATE));
            lock.release();
            channel.close();
        } catch (IOException e) {
            // The process ends anyway, and with it the lock.
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String inUse(Path directory) {
        try {
            JsonNode owner = Json.MAPPER.readTree(directory.resolve(OWNER).toFile());
            String command = owner.path("command").asText();
            return "'mnemolite " + command + "' runs on " + directory + " (process "
                    + owner.path("pid").asLong() + "). "
                    + (command.equals("database")
                            ? "Stop it with 'mnemolite stop', or start this server with another --home and with the"
                                    + " DATABASE_URL that stands in " + directory.resolve("database.url") + "."
                            : "Start the server when it has ended.");
        } catch (IOException e) {
            return "A MnemoLite server runs on " + directory + " already" + where(directory)
                    + ". Stop it with 'mnemolite stop', or start this one with another --home.";
        }
    }

    private static String where(Path directory) {
        try {
            JsonNode state = Json.MAPPER.readTree(directory.resolve(STATE).toFile());
            return " and answers at " + state.path("url").asText() + " (process "
                    + state.path("pid").asLong() + ")";
        } catch (IOException e) {
            return " and is still starting";
        }
    }
}
