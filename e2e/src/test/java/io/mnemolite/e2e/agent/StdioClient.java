package io.mnemolite.e2e.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mnemolite.e2e.PackagedServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** A client that starts {@code mnemolite mcp} and speaks with it over its standard input and output. */
final class StdioClient implements McpClient {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int PATIENCE_SECONDS = 120;

    private final Process process;
    private final Path errors;
    private final Writer input;
    private final AtomicLong ids = new AtomicLong();
    private final Map<Long, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final List<JsonNode> notifications = new CopyOnWriteArrayList<>();
    private final List<String> strangeLines = new CopyOnWriteArrayList<>();
    private final Thread reader;

    private StdioClient(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        this.input = process.outputWriter(StandardCharsets.UTF_8);
        this.reader = Thread.ofVirtual().start(this::read);
    }

    static StdioClient start(Path folder, Path launcher, Map<String, String> environment, String... arguments) {
        try {
            Path errors = Files.createTempFile(folder, "mcp-", ".err");
            ProcessBuilder builder = new ProcessBuilder("bash", launcher.toString(), "mcp");
            builder.command().addAll(List.of(arguments));
            PackagedServer.tell(builder.redirectError(errors.toFile()), environment);
            return new StdioClient(builder.start(), errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins the session; the result. */
    JsonNode initialize() {
        JsonNode answer = await(send(Messages.initialize(ids.incrementAndGet(), SessionClient.LATEST)));
        write(Messages.notification("notifications/initialized").toString());
        return answer.path("result");
    }

    @Override
    public JsonNode request(String method, Map<String, ?> params) {
        return await(ask(method, params));
    }

    /** The answer to come. */
    CompletableFuture<JsonNode> ask(String method, Map<String, ?> params) {
        return send(Messages.request(ids.incrementAndGet(), method, params));
    }

    private CompletableFuture<JsonNode> send(JsonNode message) {
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(message.path("id").asLong(), answer);
        write(message.toString());
        return answer;
    }

    /** Writes a line, whatever it is. */
    void write(String line) {
        synchronized (input) {
            try {
                input.write(line + "\n");
                input.flush();
            } catch (IOException e) {
                throw new UncheckedIOException("The proxy reads no more: " + errors(), e);
            }
        }
    }

    private JsonNode await(CompletableFuture<JsonNode> answer) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new AssertionError("No answer. " + strangeLines + errors(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    private void read() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                take(line);
            }
        } catch (IOException e) {
            // It was killed.
        } finally {
            waiting.values().forEach(answer -> answer.completeExceptionally(new IOException("The proxy ended")));
        }
    }

    private void take(String line) {
        try {
            JsonNode message = MAPPER.readTree(line);
            CompletableFuture<JsonNode> answer = message.path("id").isIntegralNumber()
                    ? waiting.remove(message.path("id").asLong())
                    : null;
            if (answer != null) {
                answer.complete(message);
            } else if (message.has("method")) {
                notifications.add(message);
            } else {
                strangeLines.add(line);
            }
        } catch (JsonProcessingException e) {
            strangeLines.add(line);
        }
    }

    /** What came unasked. */
    List<JsonNode> notifications() {
        return notifications;
    }

    /** Lines that answer nothing, such as errors without an id, and what is no message at all. */
    List<String> strangeLines() {
        return strangeLines;
    }

    Process process() {
        return process;
    }

    String errors() {
        try {
            return Files.readString(errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends its input; the exit code. */
    int end() {
        try {
            input.close();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new AssertionError("The proxy goes on after the end of its input: " + errors());
            }
            reader.join();
            return process.exitValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    /** kill -9, unless it has ended. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
