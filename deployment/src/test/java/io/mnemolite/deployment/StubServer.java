package io.mnemolite.deployment;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;

/**
 * A process that looks like a server to a deployer. Files in its release's folder change it: {@code slow} delays reads,
 * {@code ill} makes it unhealthy, {@code mute} keeps it from being ready.
 */
final class StubServer {

    private static final String EVENTS =
            "{\"events\":[{\"id\":\"1\",\"content\":{\"text\":\"one two\"}},{\"id\":\"2\",\"content\":{}}]}";

    private StubServer() {}

    public static void main(String[] arguments) throws IOException {
        List<String> options = Arrays.asList(arguments);
        Path release = Path.of(arguments[0]);
        Path home = Path.of(options.get(options.indexOf("--home") + 1));
        int port = Integer.parseInt(options.get(options.indexOf("--port") + 1));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                String path = exchange.getRequestURI().getPath();
                exchange.getRequestBody().readAllBytes();
                if (path.matches("/v1/(events|search)/.*") && Files.exists(release.resolve("slow"))) {
                    Thread.sleep(Duration.ofMillis(300));
                }
                boolean isRefused = (path.equals("/health") && Files.exists(release.resolve("ill")))
                        || (path.equals("/readiness") && Files.exists(release.resolve("mute")));
                byte[] body = (path.equals("/v1/index/status") ? "{\"state\":\"ready\"}" : EVENTS)
                        .getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(isRefused ? 503 : 200, body.length);
                exchange.getResponseBody().write(body);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
        Files.createDirectories(home.resolve("index/events"));
        Files.writeString(home.resolve("index/events/segments_1"), release.toString());
        Files.writeString(
                home.resolve("server.json"),
                "{\"pid\":" + ProcessHandle.current().pid() + "}");
    }
}
