package io.mnemolite.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A server on a free port that plays the contract as told; what it was not told is 404. */
final class StubServer implements AutoCloseable {

    /** What a client sent. */
    record Request(
            String method,
            String target,
            String body,
            @Nullable String authorization,
            @Nullable String type) {}

    /** Answers a request that the client has sent. */
    interface Answering {
        void answer(HttpExchange exchange, String body) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Queue<Answering>> answers = new HashMap<>();
    private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());

    StubServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Request> requests() {
        return requests;
    }

    /** Answers {@code GET /path}; several answers of one route come one after the other, the last one stays. */
    StubServer on(String route, int status, String json) {
        return on(route, (exchange, _) -> send(exchange, status, json));
    }

    StubServer on(String route, Answering answering) {
        synchronized (answers) {
            answers.computeIfAbsent(route, _ -> new ArrayDeque<>()).add(answering);
        }
        return this;
    }

    static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String route =
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            requests.add(new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    body,
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    exchange.getRequestHeaders().getFirst("Content-Type")));
            next(route).answer(exchange, body);
        }
    }

    private Answering next(String route) {
        synchronized (answers) {
            Queue<Answering> queue = answers.getOrDefault(route, new ArrayDeque<>());
            Answering only = queue.size() == 1 ? queue.peek() : queue.poll();
            return only == null ? (exchange, _) -> send(exchange, 404, "{\"detail\":\"Not Found\"}") : only;
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
