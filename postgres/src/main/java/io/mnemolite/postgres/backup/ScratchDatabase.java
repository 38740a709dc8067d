package io.mnemolite.postgres.backup;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.postgres.DatabaseAddress;
import io.mnemolite.postgres.embedded.EmbeddedPostgres;
import io.mnemolite.postgres.embedded.EmbeddedPostgresSettings;
import io.mnemolite.postgres.embedded.EmbeddedPostgresSettings.Durability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** An empty PostgreSQL of our own that lasts for one job. It does not survive a crash of the machine, nor need it. */
public final class ScratchDatabase implements AutoCloseable {

    private static final String PREFIX = "scratch-";

    private final Path directory;
    private final EmbeddedPostgres postgres;

    private ScratchDatabase(Path directory, EmbeddedPostgres postgres) {
        this.directory = directory;
        this.postgres = postgres;
    }

    /**
     * Starts it, and removes what jobs that were killed have left.
     *
     * @param parent where its directory is made, with room for the data
     * @param runtimeDirectory where the programs are unpacked
     */
    public static ScratchDatabase start(Path parent, Path runtimeDirectory) {
        Path directory = parent.resolve(PREFIX + ProcessHandle.current().pid());
        try {
            Files.createDirectories(parent);
            removeLeftovers(parent);
            Files.createDirectory(directory);
        } catch (IOException e) {
            throw new MnemoliteException(
                    ErrorCode.CONFIGURATION,
                    "A scratch database cannot be made in " + parent + " (" + e + "); make that directory writable.",
                    e);
        }
        EmbeddedPostgresSettings settings = EmbeddedPostgresSettings.of(
                        directory.resolve("postgres"), runtimeDirectory, directory.resolve("logs"))
                .withDurability(Durability.THROWAWAY_FOR_TESTS);
        return new ScratchDatabase(directory, EmbeddedPostgres.start(settings));
    }

    public DatabaseAddress address() {
        return new DatabaseAddress(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }

    @Override
    public void close() {
        postgres.close();
        try {
            delete(directory);
        } catch (IOException e) {
            // The next one removes it.
        }
    }

    private static void removeLeftovers(Path parent) throws IOException {
        try (Stream<Path> entries = Files.list(parent)) {
            for (Path entry : entries.filter(ScratchDatabase::isLeftOver).toList()) {
                delete(entry);
            }
        }
    }

    private static boolean isLeftOver(Path path) {
        String name = path.getFileName().toString();
        if (!name.matches(PREFIX + "\\d+")) {
            return false;
        }
        long pid = Long.parseLong(name.substring(PREFIX.length()));
        return pid == ProcessHandle.current().pid() || ProcessHandle.of(pid).isEmpty();
    }

    private static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        List<Path> paths;
        try (Stream<Path> tree = Files.walk(root)) {
            paths = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.deleteIfExists(path);
        }
    }
}
