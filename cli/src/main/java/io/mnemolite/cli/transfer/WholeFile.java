package io.mnemolite.cli.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that appears whole or not at all: written beside its place, synced, then renamed over it. What is not a
 * regular file (a device, a pipe) is written directly. {@link #close} without {@link #commit} leaves the old file.
 */
public final class WholeFile implements AutoCloseable {

    private final Path target;
    private final Path written;
    private final FileChannel channel;
    private final OutputStream stream;
    private boolean committed;

    public WholeFile(Path file) throws IOException {
        // A link keeps pointing at the file that it points at.
        target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        boolean direct = Files.exists(target) && !Files.isRegularFile(target);
        written = direct
                ? target
                : target.resolveSibling("." + target.getFileName() + "."
                        + ProcessHandle.current().pid() + ".part");
        channel = direct
                ? FileChannel.open(written, StandardOpenOption.WRITE)
                : FileChannel.open(written, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        if (!direct) {
            // Control-C leaves no half file either.
            written.toFile().deleteOnExit();
        }
        stream = Channels.newOutputStream(channel);
    }

    public void write(byte[] bytes, int offset, int length) throws IOException {
        stream.write(bytes, offset, length);
    }

    /** Makes what was written the file. */
    public void commit() throws IOException {
        if (!written.equals(target)) {
            channel.force(true);
            channel.close();
            Files.move(written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        committed = true;
    }

    @Override
    public void close() throws IOException {
        channel.close();
        if (!committed && !written.equals(target)) {
            Files.deleteIfExists(written);
        }
    }
}
