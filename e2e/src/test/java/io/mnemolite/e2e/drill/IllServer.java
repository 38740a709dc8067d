package io.mnemolite.e2e.drill;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** The process of a server that lives and says so, and is of no use. */
final class IllServer {

    /** Every request is answered with 503. */
    static final String REFUSES = "refuses";

    /** Every request is taken, and none is answered. */
    static final String IS_SILENT = "silent";

    private IllServer() {}

    public static void main(String[] arguments) throws IOException {
        List<String> options = Arrays.asList(arguments);
        boolean isSilent = options.getFirst().equals(IS_SILENT);
        Path home = Path.of(options.get(options.indexOf("--home") + 1));
        int port = Integer.parseInt(options.get(options.indexOf("--port") + 1));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                if (isSilent) {
                    new CountDownLatch(1).await();
                }
                exchange.sendResponseHeaders(503, -1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
        Files.writeString(
                home.resolve("server.json"),
                "{\"pid\":" + ProcessHandle.current().pid() + "}");
    }
}
