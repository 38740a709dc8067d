package io.mnemolite.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One packaged server for all classes that only talk HTTP: it starts with the first of them and ends with the JVM. */
final class SharedServer {

    /** The dimension of its mock vectors. */
    static final int DIMENSION = 384;

    private static @Nullable PackagedServer server;

    private SharedServer() {}

    static synchronized Http http() {
        if (server == null) {
            try {
                Path folder = Files.createTempDirectory("mnemolite-http");
                PackagedServer started = start(folder, Map.of("EMBEDDING_MODE", "mock"));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    started.close();
                    delete(folder);
                }));
                server = started;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return server.http();
    }

    /** A server at a port that nobody listened at a moment ago. */
    static PackagedServer start(Path folder, Map<String, String> environment) throws IOException {
        String port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = Integer.toString(socket.getLocalPort());
        }
        return PackagedServer.start(folder.resolve("home"), environment, "--port", port);
    }

    /** The server without a single event. */
    static Http emptied() {
        Http http = http();
        http.delete("/v1/events?ts_start=0001-01-01");
        return http;
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                if (!file.toFile().delete()) {
                    file.toFile().deleteOnExit();
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
