package io.mnemolite.cli.mcp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Standard input line by line, as bytes; of a line that is too long no more than the limit is held. */
final class LineReader {

    private static final int BUFFER_BYTES = 1 << 16;

    private final InputStream stream;
    private final int limit;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int next;
    private int filled;

    /** @param limit the longest line, in bytes */
    LineReader(InputStream stream, int limit) {
        this.stream = stream;
        this.limit = limit;
    }

    /** What stands on the next line. */
    sealed interface Line {}

    /** A line without its end. */
    record Whole(ByteArrayOutputStream bytes) implements Line {}

    /** A line above the limit, which has been passed over. */
    record TooLong() implements Line {}

    /** Nothing more comes. */
    record End() implements Line {}

    /** Waits for a whole line; the last one needs no end. */
    Line next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean tooLong = false;
        boolean any = false;
        while (fill()) {
            any = true;
            int end = next;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            tooLong |= line.size() + (end - next) > limit;
            if (!tooLong) {
                line.write(buffer, next, end - next);
            } else if (line.size() > 0) {
                line = new ByteArrayOutputStream();
            }
            next = end;
            if (end < filled) {
                next++;
                break;
            }
        }
        if (!any) {
            return new End();
        }
        return tooLong ? new TooLong() : new Whole(line);
    }

    private boolean fill() throws IOException {
        if (next < filled) {
            return true;
        }
        next = 0;
        filled = Math.max(0, stream.read(buffer));
        return filled > 0;
    }
}
