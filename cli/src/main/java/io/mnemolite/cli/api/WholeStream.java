package io.mnemolite.cli.api;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** An answer of a promised length. Its end before that is a failure, which the JDK's client keeps to itself. */
public final class WholeStream extends FilterInputStream {

    private final long length;
    private long read;

    public WholeStream(InputStream stream, long length) {
        super(stream);
        this.length = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        int now = super.read(bytes, offset, count);
        if (now < 0 && read < length) {
            throw new EOFException("it ended after " + read + " of " + length + " bytes");
        }
        read += Math.max(0, now);
        return now;
    }
}
