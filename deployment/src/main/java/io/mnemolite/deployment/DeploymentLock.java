package io.mnemolite.deployment;

import io.mnemolite.deployment.failure.DeploymentFailure;
import io.mnemolite.deployment.root.LockFile;
import io.mnemolite.deployment.slot.Pause;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The right to deploy at a root. It ends with the process, however that ends. */
final class DeploymentLock implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofMillis(20);

    private final FileChannel channel;

    private DeploymentLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Empty when another process has it. */
    static Optional<DeploymentLock> take(Path file) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new DeploymentLock(channel));
        } catch (IOException e) {
            throw DeploymentFailure.failed("The lock " + file + " cannot be taken (" + e + ").", e);
        }
    }

    /** Whether another process has it; makes no file. */
    static boolean isTaken(Path file) {
        try {
            return LockFile.isTaken(file);
        } catch (IOException e) {
            throw DeploymentFailure.failed("The lock " + file + " cannot be taken (" + e + ").", e);
        }
    }

    /** Waits for it. */
    static Optional<DeploymentLock> await(Path file, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        Optional<DeploymentLock> lock = take(file);
        while (lock.isEmpty() && System.nanoTime() < end) {
            Pause.of(INTERVAL);
            lock = take(file);
        }
        return lock;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // The end of the process takes the lock back.
        }
    }
}
