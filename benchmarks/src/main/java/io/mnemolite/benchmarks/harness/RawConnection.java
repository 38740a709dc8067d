package io.mnemolite.benchmarks.harness;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One keep-alive connection with at most one request under way; reads what it must of an answer, and no more. */
public final class RawConnection implements AutoCloseable {

    private static final byte[] LENGTH = "\ncontent-length:".getBytes(StandardCharsets.ISO_8859_1);

    private final SocketChannel channel;
    private ByteBuffer request = ByteBuffer.allocate(0);
    private byte[] head = new byte[4096];
    private int headLength;
    private long bodyLeft = -1;
    private long sentAt;

    private RawConnection(SocketChannel channel) {
        this.channel = channel;
    }

    public static RawConnection open(int port) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        return new RawConnection(channel);
    }

    public SocketChannel channel() {
        return channel;
    }

    public void begin(ByteBuffer next) throws IOException {
        request = next.duplicate();
        headLength = 0;
        bodyLeft = -1;
        sentAt = System.nanoTime();
        write();
    }

    /** Sends what the socket takes; whether that was all. */
    public boolean write() throws IOException {
        channel.write(request);
        return !request.hasRemaining();
    }

    public boolean hasToWrite() {
        return request.hasRemaining();
    }

    public long sentAt() {
        return sentAt;
    }

    /** Takes what has arrived, through a buffer that is shared by all connections; whether the answer is whole. */
    public boolean read(ByteBuffer shared) throws IOException {
        shared.clear();
        int count = channel.read(shared);
        if (count < 0) {
            throw new EOFException("The server closed the connection.");
        }
        shared.flip();
        if (bodyLeft < 0) {
            readHead(shared);
        }
        if (bodyLeft >= 0) {
            bodyLeft -= shared.remaining();
        }
        return bodyLeft == 0;
    }

    private void readHead(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            byte next = bytes.get();
            if (headLength == head.length) {
                head = Arrays.copyOf(head, 2 * head.length);
            }
            head[headLength++] = next;
            if (next == '\n' && headLength > 3 && head[headLength - 3] == '\n') {
                if (head[9] != '2') {
                    throw new IOException("The answer was " + text(headLength) + text(bytes));
                }
                bodyLeft = contentLength();
                return;
            }
        }
    }

    private long contentLength() throws IOException {
        for (int at = 0; at + LENGTH.length < headLength; at++) {
            if (matches(at)) {
                long length = 0;
                for (int i = at + LENGTH.length; head[i] != '\r'; i++) {
                    length = head[i] == ' ' ? length : 10 * length + head[i] - '0';
                }
                return length;
            }
        }
        throw new IOException("The answer has no Content-Length: " + text(headLength));
    }

    private boolean matches(int at) {
        for (int i = 0; i < LENGTH.length; i++) {
            byte lower = head[at + i] >= 'A' && head[at + i] <= 'Z' ? (byte) (head[at + i] + 32) : head[at + i];
            if (lower != LENGTH[i]) {
                return false;
            }
        }
        return true;
    }

    private String text(int length) {
        return new String(head, 0, length, StandardCharsets.ISO_8859_1);
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
