package io.mnemolite.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One packaged server for all classes that only talk HTTP: it starts with the first of them and ends with the JVM. */
public final class SharedServer {

    /** The dimension of its mock vectors. */
    public static final int DIMENSION = 384;

    private static @Nullable PackagedServer server;

    private SharedServer() {}

    public static Http http() {
        return server().http();
    }

    /** The server itself, for who needs its address or output. */
    public static synchronized PackagedServer server() {
        if (server == null) {
            try {
                Path folder = Files.createTempDirectory("mnemolite-http");
                PackagedServer started = PackagedServer.startAnew(folder.resolve("home"));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    started.close();
                    delete(folder);
                }));
                server = started;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return server;
    }

    /** The server without a single event, node or edge. */
    public static Http emptied() {
        Http http = http();
        http.delete("/v1/events?ts_start=0001-01-01");
        for (JsonNode node : http.get("/v1/graph/nodes?limit=1000").json().path("nodes")) {
            http.delete("/v1/graph/nodes/" + node.path("id").asText());
        }
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
