package io.mnemolite.cli.transfer;

import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.failure.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream into batches of whole lines: at most 1,000 lines, and at most 4 MiB unless one line alone is longer.
 *
 * <p>An import is sent as one request per batch, because the JDK's HTTP clients read an answer only after the whole
 * request is sent: with one endless request, an answer of many problem lines would fill the socket and stop both sides.
 * It also makes progress true: a batch that was answered is stored.
 */
public final class LineBatches {

    private static final int MAXIMUM_LINES = 1_000;
    private static final int MAXIMUM_BYTES = 4 << 20;
    private static final int MAXIMUM_LINE_BYTES = 32 << 20;

    private final InputStream in;
    private byte[] buffer = new byte[1 << 16];
    private int length;
    private long lines;
    private boolean ended;

    public LineBatches(InputStream in) {
        this.in = in;
    }

    /** Lines {@code firstLine} (1-based) and following, with their line ends. */
    public static final class Batch {

        private final byte[] bytes;
        private final long firstLine;
        private final int lines;

        private Batch(byte[] bytes, long firstLine, int lines) {
            this.bytes = bytes;
            this.firstLine = firstLine;
            this.lines = lines;
        }

        /** Not a copy. */
        public byte[] bytes() {
            return bytes;
        }

        public long firstLine() {
            return firstLine;
        }

        public int lines() {
            return lines;
        }
    }

    /** The next batch, or null at the end. */
    public @Nullable Batch next() throws IOException {
        int complete = 0;
        int counted = 0;
        int position = 0;
        while (true) {
            for (; position < length && counted < MAXIMUM_LINES; position++) {
                if (buffer[position] == '\n') {
                    if (complete > 0 && position >= MAXIMUM_BYTES) {
                        return take(complete, counted);
                    }
                    complete = position + 1;
                    counted++;
                }
            }
            if (counted == MAXIMUM_LINES || (complete > 0 && length >= MAXIMUM_BYTES)) {
                return take(complete, counted);
            }
            if (ended) {
                boolean rest = length > complete;
                return length == 0 ? null : take(length, counted + (rest ? 1 : 0));
            }
            fill();
        }
    }

    private Batch take(int bytes, int count) {
        Batch batch = new Batch(Arrays.copyOf(buffer, bytes), lines + 1, count);
        lines += count;
        length -= bytes;
        System.arraycopy(buffer, bytes, buffer, 0, length);
        return batch;
    }

    private void fill() throws IOException {
        if (length == buffer.length) {
            if (length >= MAXIMUM_LINE_BYTES) {
                throw new CommandFailure(
                        ExitCode.FAILED,
                        "Line " + (lines + 1) + " is longer than 32 MiB, more than an event may hold. The input must"
                                + " be JSON Lines: one event per line.");
            }
            buffer = Arrays.copyOf(buffer, length * 2);
        }
        int read = in.read(buffer, length, buffer.length - length);
        ended = read < 0;
        length += Math.max(0, read);
    }
}
