package io.mnemolite.cli.mcp;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * {@code mnemolite serve --detach} at work: the server becomes a process of its own, and the launcher ends when it is
 * ready. One start of a home is under way at a time, by a lock that a killed starter gives up.
 */
final class ServerStart implements AutoCloseable {

    private static final int LINES_KEPT = 30;

    private final FileChannel lock;
    private final Process process;
    private final Consumer<String> tell;
    private final Deque<String> lines = new ArrayDeque<>();
    private final Thread reader;

    private ServerStart(FileChannel lock, Process process, Consumer<String> tell) {
        this.lock = lock;
        this.process = process;
        this.tell = tell;
        this.reader = Thread.ofPlatform().daemon().name("server-start").start(this::read);
    }

    /** Empty when somebody else is starting the server of the home. */
    static Optional<ServerStart> tryBegin(Path home, Path launcher, Consumer<String> tell) throws IOException {
        if (!Files.isDirectory(home)) {
            Files.createDirectories(home);
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
        }
        FileChannel lock =
                FileChannel.open(home.resolve("start.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(lock) == null) {
            lock.close();
            return Optional.empty();
        }
        try {
            Process process = new ProcessBuilder(launcher.toString(), "serve", "--detach", "--home", home.toString())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .start();
            return Optional.of(new ServerStart(lock, process, tell));
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** What the launcher says is for people: our standard output is for the protocol alone. */
    private void read() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                keep(line);
                tell.accept(line);
            }
        } catch (IOException e) {
            // The launcher was ended.
        }
    }

    private synchronized void keep(String line) {
        lines.addLast(line);
        if (lines.size() > LINES_KEPT) {
            lines.removeFirst();
        }
    }

    boolean isUnderWay() {
        return process.isAlive() || reader.isAlive();
    }

    /** Whether it ended without a server; one that lost against another start has not, for that one goes on. */
    boolean hasFailed() {
        return process.exitValue() != 0 && !lastLines().contains("A MnemoLite server runs on");
    }

    synchronized String lastLines() {
        return String.join("\n", lines);
    }

    /** Ends the launcher and those who wait for it, such as a build; the server stays. */
    @Override
    public void close() {
        try {
            if (process.isAlive()) {
                process.descendants().filter(ServerStart::isNoServer).forEach(ProcessHandle::destroy);
                process.destroy();
            }
            lock.close();
        } catch (IOException e) {
            // The process ends anyway, and with it the lock.
        }
    }

    private static boolean isNoServer(ProcessHandle process) {
        return !process.info().commandLine().orElse("").contains("quarkus-run.jar");
    }
}
