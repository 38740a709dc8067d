package io.mnemolite.deployment.journal;

import io.mnemolite.deployment.failure.DeploymentFailure;
import io.mnemolite.deployment.plan.Entry;
import io.mnemolite.deployment.plan.Note;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;

/**
 * The journal as a file of JSON lines, each forced to the disk before {@link #append} returns. A last line without its
 * end is what a kill left of an entry that was never relied on; the next append removes it.
 */
public final class JournalFile implements Journal {

    private final Path file;

    public JournalFile(Path file) {
        this.file = file;
    }

    @Override
    public List<Entry> read() {
        List<Entry> entries = new ArrayList<>();
        int number = 0;
        for (String line : wholeLines().lines().toList()) {
            number++;
            try {
                EntryJson.read(line).ifPresent(entries::add);
            } catch (IllegalArgumentException | DateTimeException e) {
                throw DeploymentFailure.failed(
                        "Line " + number + " of the journal " + file + " cannot be read (" + e.getMessage()
                                + "). It was written by another version, or edited; mend or remove that line.",
                        e);
            }
        }
        return entries;
    }

    @Override
    public void append(Entry entry) {
        append(EntryJson.write(entry));
    }

    @Override
    public void append(Note note) {
        append(EntryJson.write(note));
    }

    private void append(String json) {
        byte[] line = (json + "\n").getBytes(StandardCharsets.UTF_8);
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long end = wholeLines(channel);
            channel.truncate(end);
            ByteBuffer bytes = ByteBuffer.wrap(line);
            while (bytes.hasRemaining()) {
                end += channel.write(bytes, end);
            }
            channel.force(true);
        } catch (IOException e) {
            throw DeploymentFailure.failed("The journal " + file + " cannot be written (" + e + ").", e);
        }
    }

    private static long wholeLines(FileChannel channel) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        for (long end = channel.size(); end > 0; end--) {
            channel.read(last.clear(), end - 1);
            if (last.get(0) == '\n') {
                return end;
            }
        }
        return 0;
    }

    /** A line that was cut may end within a character, so it is left out before characters are made. */
    private String wholeLines() {
        try {
            byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            int end = bytes.length;
            while (end > 0 && bytes[end - 1] != '\n') {
                end--;
            }
            return new String(bytes, 0, end, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw DeploymentFailure.failed("The journal " + file + " cannot be read (" + e + ").", e);
        }
    }
}
