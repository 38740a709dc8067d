package io.mnemolite.postgres.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * Brings an archive to disk once. The target appears by a rename, with a note of its size written before; a target
 * that does not match its note (a power loss may have left empty files) is made anew.
 */
final class Unpacking {

    private static final String NOTE = ".unpacked";

    // File locks belong to the process: within it, this lock keeps threads apart.
    private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();

    private final PostgresBinaries.Archive archive;
    private final Path target;

    Unpacking(PostgresBinaries.Archive archive, Path target) {
        this.archive = archive;
        this.target = target;
    }

    void run() throws IOException {
        if (isComplete()) {
            return;
        }
        Path parent = Directories.parent(target);
        Files.createDirectories(parent);
        IN_THIS_PROCESS.lock();
        try (FileChannel channel = FileChannel.open(
                        parent.resolve(".unpacking.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !isComplete()) {
                removeRests(parent);
                Path fresh = Files.createTempDirectory(parent, ".new-");
                extract(fresh);
                Files.writeString(fresh.resolve(NOTE), measure(fresh));
                Directories.setMode(fresh, 0755);
                Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
                Directories.sync(parent);
            }
        } finally {
            IN_THIS_PROCESS.unlock();
        }
    }

    private boolean isComplete() throws IOException {
        Path note = target.resolve(NOTE);
        return Files.isRegularFile(note) && Files.readString(note).equals(measure(target));
    }

    private void removeRests(Path parent) throws IOException {
        Directories.delete(target);
        try (Stream<Path> entries = Files.list(parent)) {
            for (Path rest : entries.filter(
                            path -> path.getFileName().toString().startsWith(".new-"))
                    .toList()) {
                Directories.delete(rest);
            }
        }
    }

    private static String measure(Path directory) throws IOException {
        long files = 0;
        long bytes = 0;
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path path : (Iterable<Path>) tree::iterator) {
                if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && !path.endsWith(NOTE)) {
                    files++;
                    bytes += Files.size(path);
                }
            }
        }
        return files + " files, " + bytes + " bytes\n";
    }

    private void extract(Path directory) throws IOException {
        try (InputStream raw = new BufferedInputStream(archive.open(), 1 << 16);
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(raw))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = inside(directory, entry.getName());
                Files.createDirectories(Directories.parent(path));
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else if (entry.isSymbolicLink()) {
                    inside(directory, directory.relativize(Directories.parent(path)) + "/" + entry.getLinkName());
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else if (entry.isFile()) {
                    Files.copy(tar, path);
                    Files.setPosixFilePermissions(path, permissions(entry.getMode()));
                } else {
                    throw new IOException("The archive holds an entry of an unknown kind: " + entry.getName());
                }
            }
        }
    }

    private static Path inside(Path directory, String name) throws IOException {
        Path path = directory.resolve(name).normalize();
        if (!path.startsWith(directory)) {
            throw new IOException("The archive holds an entry outside of itself: " + name);
        }
        return path;
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> permissions = EnumSet.of(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.OTHERS_READ);
        if ((mode & 0100) != 0) {
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        }
        return permissions;
    }
}
