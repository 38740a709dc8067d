package io.mnemolite.cli.home;

import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.failure.ExitCode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A home held by this process, by the same lock as a server holds its own: until it is closed or the process ends. */
public final class HomeLock implements AutoCloseable {

    private static final String FILE = "server.lock";

    private final Path home;
    private final String command;
    private final FileChannel channel;
    private final Instant begin = Instant.now();

    private HomeLock(Path home, String command, FileChannel channel) {
        this.home = home;
        this.command = command;
        this.channel = channel;
    }

    /**
     * Takes the home, which is made when it is missing; empty when somebody else has it.
     *
     * @param command what others are told that holds it
     */
    public static Optional<HomeLock> tryTake(Path home, String command) {
        try {
            if (!Files.isDirectory(home)) {
                Files.createDirectories(home);
                Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
            }
            FileChannel channel = open(home);
            if (lock(channel) == null) {
                channel.close();
                return Optional.empty();
            }
            Files.deleteIfExists(ServerState.fileIn(home));
            HomeLock lock = new HomeLock(home, command, channel);
            lock.announce(null);
            return Optional.of(lock);
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "The home directory " + home + " cannot be used (" + e
                            + "); make it writable, or choose another with --home.",
                    e);
        }
    }

    /** As {@link #tryTake}, but says who has it when somebody does. */
    public static HomeLock take(Path home, String command) {
        return tryTake(home, command).orElseThrow(() -> inUse(home));
    }

    /** Who has the home, and how it is given up. */
    public static CommandFailure inUse(Path home) {
        Optional<HomeOwner> owner = HomeOwner.alive(home);
        String who = owner.map(known ->
                        "'mnemolite " + known.command() + "' runs on " + home + " (process " + known.pid() + ").")
                .orElseGet(() -> "A MnemoLite server runs on " + home + server(home) + ".");
        boolean isStoppable = owner.map(HomeOwner::isDatabase).orElse(true);
        return new CommandFailure(
                ExitCode.REFUSED,
                who
                        + (isStoppable
                                ? " Stop it with 'mnemolite stop', or choose another home with --home."
                                : " Wait until it has ended."));
    }

    /** Tells others where the PostgreSQL answers that this process runs. */
    public void announce(@Nullable String address) throws IOException {
        new HomeOwner(command, ProcessHandle.current().pid(), begin, address).write(home);
    }

    @Override
    public synchronized void close() {
        try {
            // After the end somebody else may have it.
            if (channel.isOpen()) {
                Files.deleteIfExists(HomeOwner.fileIn(home));
                channel.close();
            }
        } catch (IOException e) {
            // The process ends anyway, and with it the lock.
        }
    }

    private static FileChannel open(Path home) throws IOException {
        return FileChannel.open(home.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String server(Path home) {
        return ServerState.read(home)
                .map(state -> " and answers at " + state.url() + " (process " + state.pid() + ")")
                .orElse(" and is still starting");
    }
}
