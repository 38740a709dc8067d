package io.mnemolite.e2e.drill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers the balancer's checks, and closes the connection on whatever is written to it. */
final class DyingServer implements AutoCloseable {

    private static final byte[] READY =
            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket socket;
    private final AtomicInteger writes = new AtomicInteger();
    private final Thread thread;

    DyingServer(int port) throws IOException {
        this.socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        this.thread = Thread.ofPlatform().daemon().start(this::serve);
    }

    /** How many it was asked for. */
    int writes() {
        return writes.get();
    }

    private void serve() {
        while (true) {
            try (Socket client = socket.accept()) {
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                if (String.valueOf(reader.readLine()).startsWith("GET ")) {
                    client.getOutputStream().write(READY);
                } else {
                    writes.incrementAndGet();
                }
            } catch (SocketException e) {
                if (socket.isClosed()) {
                    return;
                }
            } catch (IOException e) {
                // A client that is gone is no concern.
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
