package io.mnemolite.embedding.onnx;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

/**
 * A resource of a jar as a file on disk. It is written beside its final name and renamed, so that a file under the final
 * name is always whole, even when two servers start at once or one is killed; a running server keeps the file it has
 * open.
 */
final class UnpackedFile {

    private static final String UNFINISHED = ".part";
    private static final Duration ABANDONED_AFTER = Duration.ofHours(1);

    private UnpackedFile() {}

    /** {@code target}, holding what {@code resource} holds; nothing is written when it does already. */
    static Path unpack(URL resource, Path target) {
        try {
            Fingerprint expected = Fingerprint.of(resource);
            if (Files.isRegularFile(target) && Fingerprint.of(target).equals(expected)) {
                return target;
            }
            Path directory = Files.createDirectories(target.toAbsolutePath().getParent());
            removeAbandoned(directory);
            write(resource, target, directory, expected);
            return target;
        } catch (IOException e) {
            throw new MnemoliteException(
                    ErrorCode.UNAVAILABLE,
                    "The file " + target + " could not be unpacked; check that the directory can be written to and that"
                            + " the disk is not full.",
                    e);
        }
    }

    private static void write(URL resource, Path target, Path directory, Fingerprint expected) throws IOException {
        Path unfinished = Files.createTempFile(directory, target.getFileName() + "-", UNFINISHED);
        try {
            copy(resource, unfinished);
            if (!Fingerprint.of(unfinished).equals(expected)) {
                throw new IOException("What was read of " + resource + " differs from what its jar states.");
            }
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void copy(URL resource, Path file) throws IOException {
        URLConnection connection = resource.openConnection();
        connection.setUseCaches(false);
        try (InputStream in = connection.getInputStream()) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Removes what a killed server left behind, but nothing that another one may be writing now. */
    private static void removeAbandoned(Path directory) throws IOException {
        FileTime limit = FileTime.from(Instant.now().minus(ABANDONED_AFTER));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + UNFINISHED)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).compareTo(limit) < 0) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
