package io.mnemolite.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.cli.api.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A client of {@code mnemolite mcp}, which runs in this process; talks to it as over standard input and output. */
final class ProxyClient implements AutoCloseable {

    private static final int SECONDS = 20;

    private final PipedOutputStream in = new PipedOutputStream();
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final CompletableFuture<CommandLineRun.Result> end = new CompletableFuture<>();
    private volatile boolean outputClosed;

    ProxyClient(Path home, @Nullable Path launcher, String... options) throws IOException {
        InputStream input = new PipedInputStream(in, 1 << 16);
        List<String> arguments = new ArrayList<>(List.of("mcp"));
        arguments.addAll(List.of(options));
        CommandLineRun run = new CommandLineRun(home).input(input);
        if (launcher != null) {
            run.launchedBy(launcher);
        }
        Thread.ofPlatform().daemon().start(() -> end.complete(run.run(new Lines(), arguments.toArray(String[]::new))));
    }

    /** Cuts what the proxy writes into lines; each must come whole. */
    private final class Lines extends OutputStream {

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (outputClosed) {
                throw new IOException("Broken pipe");
            }
            String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
            if (!text.endsWith("\n") || text.indexOf('\n') != text.length() - 1) {
                lines.add("not one whole line: " + text);
            } else {
                lines.add(text.strip());
            }
        }
    }

    ProxyClient send(String... messages) throws IOException {
        for (String message : messages) {
            in.write((message + "\n").getBytes(StandardCharsets.UTF_8));
        }
        in.flush();
        return this;
    }

    ProxyClient sendBytes(byte[] bytes) throws IOException {
        in.write(bytes);
        in.flush();
        return this;
    }

    /** The next message of the proxy. */
    JsonNode next() throws IOException, InterruptedException {
        String line = lines.poll(SECONDS, TimeUnit.SECONDS);
        if (line == null) {
            throw new AssertionError("The proxy wrote nothing within " + SECONDS + " s.");
        }
        return Json.parse(line);
    }

    JsonNode initialize() throws IOException, InterruptedException {
        send("{\"jsonrpc\":\"2.0\",\"id\":\"hello\",\"method\":\"initialize\",\"params\":"
                + "{\"protocolVersion\":\"2025-11-25\",\"clientInfo\":{\"name\":\"test\",\"version\":\"1\"}}}");
        JsonNode answer = next();
        send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
        return answer;
    }

    static String call(int id, String tool) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                + "\"}}";
    }

    void closeOutput() {
        outputClosed = true;
    }

    void endInput() throws IOException {
        in.close();
    }

    boolean isOver() {
        return end.isDone();
    }

    /** Waits for the end of the command; what was not read of its output is in the result. */
    CommandLineRun.Result end() {
        CommandLineRun.Result result = end.orTimeout(SECONDS, TimeUnit.SECONDS).join();
        return new CommandLineRun.Result(result.exitCode(), String.join("\n", lines), result.err());
    }

    @Override
    public void close() throws IOException {
        endInput();
        end();
    }
}
