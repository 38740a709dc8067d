package io.mnemolite.deployment.balancer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * HAProxy's runtime socket: one connection for each command, as HAProxy has it.
 *
 * @param address a path, or {@code host:port}
 */
public record HaproxySocket(String address) {

    /** The answer to a command; commands that only change something answer with an empty text. */
    String ask(String command) throws IOException {
        try (SocketChannel channel = open()) {
            ByteBuffer bytes = ByteBuffer.wrap((command + "\n").getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    private SocketChannel open() throws IOException {
        boolean isUnix = address.contains("/");
        SocketChannel channel = SocketChannel.open(isUnix ? StandardProtocolFamily.UNIX : StandardProtocolFamily.INET);
        try {
            channel.connect(isUnix ? UnixDomainSocketAddress.of(Path.of(address)) : internet());
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private SocketAddress internet() {
        int colon = address.lastIndexOf(':');
        return new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
    }
}
