package io.mnemolite.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A port that leads to a database while it is open, and refuses connections while it is closed. */
final class Forwarder implements AutoCloseable {

    private final int port;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile @Nullable ServerSocket listener;

    /** Closed at first. */
    Forwarder(int port, int target) {
        this.port = port;
        this.target = target;
    }

    int port() {
        return port;
    }

    void open() {
        try {
            ServerSocket opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            listener = opened;
            Thread.ofPlatform().daemon().start(() -> accept(opened));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        cut();
    }

    /** Refuses new connections and ends those that are open, until {@link #open()}. */
    void cut() {
        ServerSocket opened = listener;
        listener = null;
        if (opened != null) {
            close(opened);
        }
        sockets.forEach(Forwarder::close);
        sockets.clear();
    }

    private void accept(ServerSocket opened) {
        while (!opened.isClosed()) {
            try {
                Socket client = opened.accept();
                Socket database = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(client);
                sockets.add(database);
                if (opened.isClosed()) {
                    close(client);
                    close(database);
                }
                Thread.ofPlatform().daemon().start(() -> copy(client, database));
                Thread.ofPlatform().daemon().start(() -> copy(database, client));
            } catch (IOException closed) {
                // Asked again by the loop.
            }
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException cut) {
            // Both ends are closed now, which is what a cut means.
        }
    }

    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            throw new AssertionError("Could not be closed", e);
        }
    }
}
