package io.mnemolite.e2e.agent;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.e2e.Http;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A client of the transport of 2024-11-05: answers come on one stream, messages go to the address that it names. */
final class EventStreamClient implements McpClient {

    static final String VERSION = "2024-11-05";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Http http;
    private final BlockingQueue<String> data = new LinkedBlockingQueue<>();
    private final AtomicLong ids = new AtomicLong();
    private final Thread listening;
    private final String address;
    private final JsonNode initialized;

    private EventStreamClient(Http http) {
        this.http = http;
        HttpRequest stream = HttpRequest.newBuilder(http.uri("/mcp/sse"))
                .header("Accept", "text/event-stream")
                .build();
        this.listening = Thread.ofVirtual().start(() -> {
            try {
                http.lines(stream, line -> Messages.data(line).ifPresent(data::add));
            } catch (UncheckedIOException e) {
                // Closed; a stream that ends on its own is missed by who waits for an answer.
            }
        });
        this.address = next();
        this.initialized = await(post(Messages.initialize(ids.incrementAndGet(), VERSION)));
        post(Messages.notification("notifications/initialized"));
    }

    static EventStreamClient connect(Http http) {
        return new EventStreamClient(http);
    }

    /** Where messages go. */
    String address() {
        return address;
    }

    /** The result of {@code initialize}. */
    JsonNode initialized() {
        return initialized.path("result");
    }

    @Override
    public JsonNode request(String method, Map<String, ?> params) {
        return await(post(Messages.request(ids.incrementAndGet(), method, params)));
    }

    /** Sends a message, and tells what the address answers itself. */
    McpAnswer post(JsonNode message) {
        return SessionClient.post(http, address, message.toString());
    }

    private JsonNode await(McpAnswer accepted) {
        if (accepted.status() >= 300) {
            throw new AssertionError(accepted.status() + " " + accepted.http().body());
        }
        JsonNode message = Http.tree(next());
        if (message.path("id").asLong() != ids.get()) {
            throw new AssertionError("Not the answer to request " + ids.get() + ": " + message);
        }
        return message;
    }

    private String next() {
        try {
            return Objects.requireNonNull(
                    data.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS), "Nothing came on the stream");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    /** Breaks the stream. */
    @Override
    public void close() {
        listening.interrupt();
    }
}
