package io.mnemolite.cli;

import com.sun.net.httpserver.HttpServer;
import io.mnemolite.cli.terminal.Output;
import io.mnemolite.cli.terminal.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * Runs the usual commands against a server of its own that answers every request alike, and prints nothing. The
 * launcher does this once, while the JVM records which classes are loaded; later starts read them from that archive.
 */
final class WarmUp {

    private static final String ANSWER = """
            {"jsonrpc": "2.0", "result": {"protocolVersion": "2025-11-25"}, "status": "healthy", "version": "0", "services": {"postgres": {"status": "ok", "version": "18"}},
             "state": "ready", "model": "m", "dimension": 384, "awaiting": 0, "total": 1, "total_events": 1,
             "event_cache": {"hits": 1, "hit_rate": "50.00%"}, "ok": true, "checks": [{"name": "a", "ok": true}],
             "imported": 1, "id": 1, "events": [{"id": "1", "timestamp": "2026-01-01T00:00:00Z",
             "content": {"text": "a b"}, "metadata": {"k": 1.5}}], "detail": [{"loc": ["body"], "msg": "m"}]}
            """.replace("\n", "") + "\n";

    /** Of a client that is gone before its second answer. */
    private static final String MESSAGES = """
            {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"protocolVersion": "2025-11-25"}}
            {"jsonrpc": "2.0", "method": "notifications/initialized"}
            {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "a"}}
            """;

    private WarmUp() {}

    static void run() throws IOException {
        byte[] answer = ANSWER.getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write(answer);
            }
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort();
            command(url, "status");
            command(url, "status", "--json");
            command(url, "remember", "-", "--meta", "a=b");
            command(url, "search", "a", "--since", "1d", "--explain");
            command(url, "import", "-");
            command(url, "export");
            command(url, "mcp");
            command(url, "verify");
            command(url, "code", "search", "a");
            command(url, "code", "callers", "00000000-0000-0000-0000-000000000000");
            index(url);
            command(url, "--help");
        } finally {
            server.stop(0);
        }
    }

    private static void index(String url) throws IOException {
        Path folder = Files.createTempDirectory("mnemolite-warm-up");
        Path file = Files.writeString(folder.resolve("a.py"), "a");
        try {
            command(url, "index", folder.toString());
        } finally {
            Files.delete(file);
            Files.delete(folder);
        }
    }

    private static void command(String url, String... arguments) {
        String text = arguments[0].equals("mcp") ? MESSAGES : "{}\n";
        InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        OutputStream nowhere = OutputStream.nullOutputStream();
        Surroundings around = new Surroundings(
                Map.of("MNEMOLITE_URL", url, "MNEMOLITE_HOME", "/nonexistent"),
                in,
                new Output(nowhere),
                new PrintStream(nowhere, true, StandardCharsets.UTF_8),
                false,
                false,
                80,
                Clock.systemUTC(),
                Duration.ZERO,
                null);
        new Program(around).run(arguments);
    }
}
