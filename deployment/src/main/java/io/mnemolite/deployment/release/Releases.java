package io.mnemolite.deployment.release;

import io.mnemolite.deployment.failure.DeploymentFailure;
import io.mnemolite.deployment.root.FileWrites;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The releases on this host, side by side: {@code releases/VERSION}, each whole or not there. */
public record Releases(Path folder) {

    private static final String CHECKSUM = ".archive.sha256";

    /** Where the release lies, or would. */
    public Path of(String version) {
        return folder.resolve(version);
    }

    /** The program of the release that starts everything else. */
    public Path launcher(String version) {
        Path launcher = of(version).resolve("mnemolite");
        if (!Files.isExecutable(launcher)) {
            throw DeploymentFailure.failed(
                    "The release " + version + " is not in " + folder + ": " + launcher + " is missing.");
        }
        return launcher;
    }

    /**
     * Finds out whether the archive can be unpacked, and writes nothing.
     *
     * @throws DeploymentFailure when the checksum is wrong, or the version is here with other contents
     */
    public void check(ReleaseArchive archive) {
        String checksum = archive.verifiedChecksum();
        Path target = of(archive.version());
        try {
            if (Files.exists(target)) {
                requireSame(target, checksum, archive);
            }
        } catch (IOException e) {
            throw DeploymentFailure.failed("The release in " + target + " cannot be read (" + e + ").", e);
        }
    }

    /**
     * Unpacks the archive, unless that was done.
     *
     * @return a sentence
     * @throws DeploymentFailure when the checksum is wrong, or the version is here with other contents
     */
    public String unpack(ReleaseArchive archive) {
        String checksum = archive.verifiedChecksum();
        String version = archive.version();
        Path target = of(version);
        try {
            if (Files.exists(target)) {
                requireSame(target, checksum, archive);
                return version + " was unpacked before";
            }
            Path temporary = folder.resolve(".unpacking");
            FileWrites.deleteTree(temporary);
            extract(archive, temporary);
            Path unpacked = temporary.resolve("mnemolite-" + version);
            FileWrites.replace(unpacked.resolve(CHECKSUM), checksum + "\n");
            Files.move(unpacked, target, StandardCopyOption.ATOMIC_MOVE);
            FileWrites.deleteTree(temporary);
            return version + " has the SHA-256 " + checksum;
        } catch (IOException e) {
            throw DeploymentFailure.failed("The archive " + archive.file() + " cannot be unpacked (" + e + ").", e);
        }
    }

    private static void requireSame(Path target, String checksum, ReleaseArchive archive) throws IOException {
        Path known = target.resolve(CHECKSUM);
        if (!Files.exists(known) || !Files.readString(known).strip().equals(checksum)) {
            throw DeploymentFailure.invalid("Another archive was unpacked in " + target + " before: a version means one"
                    + " thing. Give " + archive.file().getFileName() + " a version of its own, or delete that folder.");
        }
    }

    private static void extract(ReleaseArchive archive, Path directory) throws IOException {
        Files.createDirectories(directory);
        try (TarArchiveInputStream entries = archive.open()) {
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path target = directory.resolve(entry.getName()).normalize();
                Path folder = entry.isDirectory()
                        ? target
                        : target.resolveSibling(".").normalize();
                if (!target.startsWith(directory) || entry.isLink() || !isOfFolders(directory, folder)) {
                    throw outside(entry);
                }
                Files.createDirectories(folder);
                if (entry.isSymbolicLink()) {
                    link(directory, target, entry);
                } else if (!entry.isDirectory()) {
                    Files.copy(entries, target);
                    Files.setPosixFilePermissions(
                            target,
                            PosixFilePermissions.fromString((entry.getMode() & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x"));
                }
            }
        }
    }

    /** What two parts of a release share is there once, and a link elsewhere. */
    private static void link(Path directory, Path target, TarArchiveEntry entry) throws IOException {
        Path meant = target.resolveSibling(entry.getLinkName()).normalize();
        if (!meant.startsWith(directory)) {
            throw outside(entry);
        }
        Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    }

    /** Whether no link stands between the two: behind one, a path may lead anywhere. */
    private static boolean isOfFolders(Path directory, Path folder) {
        Path path = directory;
        for (Path name : directory.relativize(folder)) {
            path = path.resolve(name);
            if (Files.isSymbolicLink(path)) {
                return false;
            }
        }
        return true;
    }

    private static IOException outside(TarArchiveEntry entry) {
        return new IOException("the entry " + entry.getName() + " lies, or leads, outside of the archive");
    }
}
