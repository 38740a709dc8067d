package io.mnemolite.postgres.backup;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.postgres.connection.Json;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a backup's file beside its place and renames it there when it is whole and on the disk. Its form is told by
 * {@link BackupFile}. {@link #close} without {@link #finish} leaves nothing.
 */
final class BackupFileWriter implements AutoCloseable {

    private final Path target;
    private final Path written;
    private final FileChannel channel;
    private final ZipOutputStream zip;

    BackupFileWriter(Path file) throws IOException {
        target = file.toAbsolutePath();
        written = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + BackupFile.UNFINISHED);
        Files.deleteIfExists(written);
        // It holds everything that is stored.
        Files.createFile(written, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        // Ctrl-C leaves no half file, either.
        written.toFile().deleteOnExit();
        channel = FileChannel.open(written, StandardOpenOption.READ, StandardOpenOption.WRITE);
        zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16));
        zip.setLevel(Deflater.BEST_SPEED);
        zip.setComment("0".repeat(BackupFile.CHECKSUM_LENGTH));
        begin(BackupFile.MARK);
        zip.write(BackupFile.MARK_TEXT.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** Where the rows of a table go, which is not to be closed. */
    OutputStream begin(String entry) throws IOException {
        zip.putNextEntry(new ZipEntry(entry));
        return zip;
    }

    void end() throws IOException {
        zip.closeEntry();
    }

    /** Writes the manifest and the checksum, and makes the file appear; one of the same name is replaced. */
    void finish(JsonNode manifest) throws IOException {
        begin(BackupFile.MANIFEST);
        zip.write(Json.write(manifest).getBytes(StandardCharsets.UTF_8));
        end();
        zip.finish();
        zip.flush();
        long end = channel.position() - BackupFile.CHECKSUM_LENGTH;
        byte[] checksum = BackupFile.checksum(written, end).getBytes(StandardCharsets.US_ASCII);
        channel.write(ByteBuffer.wrap(checksum), end);
        channel.force(true);
        channel.close();
        Files.move(written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel directory = FileChannel.open(BackupDirectory.of(target), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(written);
    }
}
