package io.mnemolite.embedding.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mnemolite.embedding.MockEmbedder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A real HTTP server that answers with mock vectors, or misbehaves as the test says, one request after the other. */
final class ScriptedEndpoint implements AutoCloseable {

    static final int DIMENSION = 8;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What is done to one request instead of answering it. */
    interface Misbehaviour {
        void handle(HttpExchange exchange, JsonNode request) throws IOException;
    }

    private final MockEmbedder mock = new MockEmbedder(DIMENSION);
    private final Queue<Misbehaviour> script = new ConcurrentLinkedQueue<>();
    private final List<Integer> batches = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    ScriptedEndpoint() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/embeddings", this::handle);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The next request gets this. */
    ScriptedEndpoint then(Misbehaviour misbehaviour) {
        script.add(misbehaviour);
        return this;
    }

    ScriptedEndpoint thenStatus(int status) {
        return then((exchange, request) -> answer(exchange, status, "{\"error\": \"said by the endpoint\"}"));
    }

    ScriptedEndpoint thenBody(String body) {
        return then((exchange, request) -> answer(exchange, 200, body));
    }

    /** How many texts each request held. */
    List<Integer> batches() {
        return batches;
    }

    List<String> authorizations() {
        return authorizations;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode request = JSON.readTree(exchange.getRequestBody());
            batches.add(request.path("input").size());
            authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            Misbehaviour next = script.poll();
            if (next == null) {
                answer(exchange, 200, vectors(request));
            } else {
                next.handle(exchange, request);
            }
        }
    }

    /** The right answer, its vectors in reverse order so that their numbering counts. */
    private String vectors(JsonNode request) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode data = answer.putArray("data");
        for (int i = request.path("input").size() - 1; i >= 0; i--) {
            ArrayNode numbers = data.addObject().put("index", i).putArray("embedding");
            for (float number :
                    mock.embed(request.path("input").get(i).asText()).toArray()) {
                numbers.add(number);
            }
        }
        return answer.toString();
    }

    static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
