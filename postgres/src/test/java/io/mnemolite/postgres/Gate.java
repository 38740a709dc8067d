package io.mnemolite.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to a server that a test can shut (connections are cut, new ones closed at once) or keep new ones waiting at. */
final class Gate implements AutoCloseable {

    private final ServerSocket server;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Set<Socket> waiting = ConcurrentHashMap.newKeySet();
    private volatile boolean isOpen;
    private volatile boolean isHolding;

    Gate(int target) throws IOException {
        this.target = target;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    void open() {
        isOpen = true;
    }

    void shut() {
        isOpen = false;
        sockets.forEach(Gate::close);
        sockets.clear();
    }

    /** Keeps new connections waiting; those that are through go on. */
    void hold() {
        isHolding = true;
    }

    int waiting() {
        return waiting.size();
    }

    /** Lets those through that wait. */
    void release() throws IOException {
        isHolding = false;
        for (Socket client : List.copyOf(waiting)) {
            connect(client);
        }
        waiting.clear();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                if (isHolding) {
                    waiting.add(client);
                } else if (isOpen) {
                    connect(client);
                } else {
                    close(client);
                }
            } catch (IOException e) {
                // The server was closed, or a client left: nothing to pass on.
            }
        }
    }

    private void connect(Socket client) throws IOException {
        Socket backend = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.add(client);
        sockets.add(backend);
        Thread.ofVirtual().start(() -> pass(client, backend));
        Thread.ofVirtual().start(() -> pass(backend, client));
    }

    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException e) {
            // Cut: both ends are closed now.
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        shut();
        server.close();
    }
}
