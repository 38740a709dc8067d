package io.mnemolite.postgres.embedded;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The directory of one embedded PostgreSQL: its data, password and port, locked against a second use. */
final class DataDirectory implements AutoCloseable {

    /** The folder that PostgreSQL itself calls the data directory. */
    static final String CLUSTER = "data";

    static final String PASSWORD = "password";
    static final String PORT = "port";

    // A file lock belongs to the process, and closing any channel of the file gives it up: so within this process a
    // set decides, before the file is opened.
    private static final Set<Path> OPEN_IN_THIS_PROCESS = ConcurrentHashMap.newKeySet();

    private final Path root;
    private final FileChannel lockFile;

    private DataDirectory(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    /** Opens and locks the directory, made when it is missing; fails with CONFLICT when somebody else holds it. */
    static DataDirectory open(Path directory) throws IOException {
        Directories.createPrivate(directory);
        Path root = directory.toRealPath();
        if (!OPEN_IN_THIS_PROCESS.add(root)) {
            throw inUse(root, "" + ProcessHandle.current().pid());
        }
        try {
            return new DataDirectory(root, lock(root));
        } catch (IOException | RuntimeException failure) {
            OPEN_IN_THIS_PROCESS.remove(root);
            throw failure;
        }
    }

    Path cluster() {
        return root.resolve(CLUSTER);
    }

    Path root() {
        return root;
    }

    Path passwordFile() {
        return root.resolve(PASSWORD);
    }

    boolean hasPassword() {
        return Files.exists(passwordFile());
    }

    /** The password of the only user. */
    String password() throws IOException {
        return Files.readString(passwordFile()).strip();
    }

    /** Returns when the password is durable. */
    void keepPassword(String password) throws IOException {
        replace(passwordFile(), password + "\n");
    }

    static String newPassword() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    void writePort(int port) throws IOException {
        replace(root.resolve(PORT), port + "\n");
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            OPEN_IN_THIS_PROCESS.remove(root);
        }
    }

    private void replace(Path file, String text) throws IOException {
        Path fresh = root.resolve(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
        // PostgreSQL may run as another user, to whom the directory was given.
        Directories.give(fresh, Directories.owner(root), Directories.group(root));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Directories.sync(root);
    }

    private static FileChannel lock(Path root) throws IOException {
        FileChannel channel = FileChannel.open(
                root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean kept = false;
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw inUse(root, Files.readString(root.resolve("lock")).strip());
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
            kept = true;
            return channel;
        } finally {
            if (!kept) {
                channel.close();
            }
        }
    }

    private static MnemoliteException inUse(Path root, String process) {
        return new MnemoliteException(
                ErrorCode.CONFLICT,
                "The PostgreSQL in " + root + " is in use by process " + process
                        + ": stop that one first, or give this one another directory (MNEMOLITE_HOME).");
    }
}
