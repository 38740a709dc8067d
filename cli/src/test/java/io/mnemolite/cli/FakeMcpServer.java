package io.mnemolite.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mnemolite.cli.api.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An MCP endpoint by the specification's Streamable HTTP: sessions, 202, 404 for sessions it does not know. */
final class FakeMcpServer implements AutoCloseable {

    /** What a client sent. */
    record Request(String method, String path, JsonNode body, Map<String, String> headers) {

        @Nullable
        String header(String name) {
            return headers.get(name.toLowerCase(Locale.ROOT));
        }

        String rpcMethod() {
            return body.path("method").asText();
        }
    }

    /** Answers a request of a test's own kind. */
    interface Answering {
        void answer(HttpExchange exchange, JsonNode request) throws IOException, InterruptedException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Map<String, Answering> answers = new ConcurrentHashMap<>();
    private final Set<String> sessions = ConcurrentHashMap.newKeySet();
    private final AtomicInteger sessionsBegun = new AtomicInteger();

    FakeMcpServer() {
        this(0);
    }

    /** @param port where another one was; 0 for a free one */
    FakeMcpServer(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** A server as a process of its own; the argument that StopTest explains makes it one of ours. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        FakeMcpServer server = new FakeMcpServer();
        Path home = Path.of(arguments[0]);
        Path fresh = Files.writeString(
                home.resolve("server.json.new"),
                "{\"pid\":" + ProcessHandle.current().pid() + ",\"url\":\"" + server.url() + "\",\"startedAt\":\""
                        + Instant.now() + "\"}");
        Files.move(fresh, home.resolve("server.json"), StandardCopyOption.ATOMIC_MOVE);
        Thread.currentThread().join();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    List<Request> requests() {
        return requests;
    }

    List<Request> requests(String method) {
        return requests.stream()
                .filter(request -> request.rpcMethod().equals(method))
                .toList();
    }

    /** Answers the calls of a tool, or else a method, by the test's own means. */
    FakeMcpServer on(String name, Answering answering) {
        answers.put(name, answering);
        return this;
    }

    void forgetSessions() {
        sessions.clear();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try {
            // The client asks for it, and a server has to confirm it, or the JDK's client keeps the connection.
            exchange.getResponseHeaders().set("Connection", "close");
            byte[] bytes = exchange.getRequestBody().readAllBytes();
            // A DELETE has no body.
            JsonNode body = Json.parse(bytes);
            Map<String, String> headers = new ConcurrentHashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
            requests.add(new Request(
                    exchange.getRequestMethod(), exchange.getRequestURI().getRawPath(), body, headers));
            answer(exchange, body);
        } catch (InterruptedException e) {
            exchange.close();
        } catch (IOException | RuntimeException e) {
            exchange.close();
            throw e;
        }
    }

    private void answer(HttpExchange exchange, JsonNode body) throws IOException, InterruptedException {
        String method = body.path("method").asText();
        String session = exchange.getRequestHeaders().getFirst("Mcp-Session-Id");
        boolean known = session == null || sessions.contains(session);
        Answering own = answers.getOrDefault(body.at("/params/name").asText(), answers.get(method));
        if (!known) {
            send(exchange, 404, "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32601,\"message\":\"no session\"}}");
        } else if (own != null) {
            own.answer(exchange, body);
        } else if (!body.has("id")) {
            exchange.sendResponseHeaders(exchange.getRequestMethod().equals("DELETE") ? 200 : 202, -1);
        } else if (method.equals("initialize")) {
            String id = "session-" + port() + "-" + sessionsBegun.incrementAndGet();
            sessions.add(id);
            exchange.getResponseHeaders().set("Mcp-Session-Id", id);
            result(exchange, body, "{\"protocolVersion\":\"2025-11-25\"}");
        } else {
            result(exchange, body, "{\"method\":\"" + method + "\"}");
        }
    }

    static void result(HttpExchange exchange, JsonNode request, String result) throws IOException {
        send(exchange, 200, response(request, result));
    }

    static String response(JsonNode request, String result) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + request.path("id") + ",\"result\":" + result + "}";
    }

    static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    /** Begins a stream of events; the test writes it. */
    static OutputStream events(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        return exchange.getResponseBody();
    }

    /** Ends like a process that is killed: connections break, answers under way are lost. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
