package io.mnemolite.postgres.embedded;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports of 127.0.0.1 on which nobody listens.
 *
 * <p>They lie below the range from which systems take the ports of outgoing connections (32768 or higher): otherwise,
 * while PostgreSQL is down, a client that tries again and again would some day get that very port for itself, be
 * connected to itself, and keep PostgreSQL from coming back.
 */
final class FreePort {

    private static final int LOWEST = 20_000;
    private static final int BOUND = 32_000;
    private static final int TRIES = 200;

    private FreePort() {}

    static int find() throws IOException {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, BOUND);
            if (isFree(port)) {
                return port;
            }
        }
        try (ServerSocket any = new ServerSocket(0, 1, loopback())) {
            return any.getLocalPort();
        }
    }

    static boolean isFree(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(loopback(), port), 1);
            return true;
        } catch (BindException taken) {
            return false;
        }
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }
}
