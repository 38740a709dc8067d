package io.mnemolite.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.benchmarks.harness.Api;
import io.mnemolite.benchmarks.harness.ClosedLoop;
import io.mnemolite.benchmarks.harness.Numbers;
import io.mnemolite.benchmarks.harness.RawRequest;
import io.mnemolite.benchmarks.harness.Report;
import io.mnemolite.benchmarks.harness.Scenario;
import io.mnemolite.benchmarks.harness.Server;
import io.mnemolite.benchmarks.harness.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The tool {@code recall} as agents call it: hybrid, each question new, with the real model. */
final class AgentRecall implements Scenario {

    private static final int EVENTS = 10_000;
    private static final double PROMISE_MS = 30;
    private static final int CROWD = 64;

    /** An agent thinks for seconds between its questions: each asks once in 3.2 s. */
    private static final int CROWD_RATE = 20;

    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final String STATELESS = "2026-07-28";
    private static final String WITH_SESSIONS = "2025-11-25";
    private static final String META = "io.modelcontextprotocol/";

    private final Texts questions = new Texts(11);
    private int asked;

    @Override
    public String title() {
        return "mcp-recall: the tool recall, unseen questions, real model";
    }

    @Override
    public String page() {
        return "issue-6.md";
    }

    @Override
    public String measure(Settings settings) {
        Settings own = new Settings(settings.project(), settings.work(), settings.report(), EVENTS, settings.isLong());
        int count = settings.pick(1_000, 5_000);
        RealHome home = new RealHome(own);
        home.prepare();
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%,d events, %,d calls each, every question new, so that each is embedded; 10 hits in at most 2,000 tokens."
                        + " %s%n%n",
                EVENTS,
                count,
                RealHome.EXPLANATION));
        text.append("| | p50 ms | p95 ms | p99 ms | promised |\n|---|---|---|---|---|\n");
        try (Server server = Server.start(own, home.path(), Server.Embedding.REAL)) {
            // The first requests compile the code.
            stateless(server, 1, 2 * count);
            Corpus.settle(server);
            row(text, "revision 2026-07-28, 1 client", stateless(server, 1, count));
            row(text, "revision 2026-07-28, 4 clients", stateless(server, 4, count));
            List<Double> session = session(server, count);
            row(text, "revision 2025-11-25, 1 client, in a session", session);
            row(
                    text,
                    String.format(
                            Locale.ROOT,
                            "revision 2025-11-25, %d clients in sessions, together %d calls/s at random times",
                            CROWD,
                            CROWD_RATE),
                    crowd(server, count));
        }
        return text.toString();
    }

    private static void row(StringBuilder text, String name, ClosedLoop.Outcome outcome) {
        text.append(row(name, outcome.millis(50), outcome.millis(95), outcome.millis(99)));
    }

    private static void row(StringBuilder text, String name, List<Double> millis) {
        text.append(row(
                name, Numbers.percentile(millis, 50), Numbers.percentile(millis, 95), Numbers.percentile(millis, 99)));
    }

    private static String row(String name, double p50, double p95, double p99) {
        return String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.2f | p95 ≤ %.0f: %s |%n",
                name,
                p50,
                p95,
                p99,
                PROMISE_MS,
                Report.verdict(p95 <= PROMISE_MS));
    }

    private ClosedLoop.Outcome stateless(Server server, int connections, int count) {
        Supplier<ByteBuffer> next = () -> {
            ObjectNode call = call();
            ObjectNode meta = call.withObject("/params/_meta");
            meta.put(META + "protocolVersion", STATELESS).putObject(META + "clientCapabilities");
            return RawRequest.post(
                    "/mcp",
                    call.toString(),
                    "Accept: application/json, text/event-stream",
                    "MCP-Protocol-Version: " + STATELESS,
                    "Mcp-Method: tools/call",
                    "Mcp-Name: recall");
        };
        return ClosedLoop.run(server.port(), connections, LONGEST, count, next);
    }

    /** Milliseconds of each call; answers are streams of events, which the load generator does not read. */
    private List<Double> session(Server server, int count) {
        List<Double> millis = new ArrayList<>();
        try (HttpClient client = client()) {
            String session = begin(client, server);
            for (int i = 0; i < 2 * count; i++) {
                double time = recall(client, server, call(), session, System.nanoTime());
                // The first half warms up.
                if (i >= count) {
                    millis.add(time);
                }
            }
        }
        return millis;
    }

    /** Milliseconds of each call since the moment at which it was due, so that waiting in the generator counts. */
    private List<Double> crowd(Server server, int count) {
        Random random = new Random(64);
        List<Double> millis = Collections.synchronizedList(new ArrayList<>());
        try (HttpClient client = client()) {
            List<String> sessions =
                    Stream.generate(() -> begin(client, server)).limit(CROWD).toList();
            List<Future<?>> calls = new ArrayList<>();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                long due = System.nanoTime();
                for (int i = 0; i < count; i++) {
                    due += (long) (random.nextExponential() * 1e9 / CROWD_RATE);
                    LockSupport.parkNanos(due - System.nanoTime());
                    String session = sessions.get(random.nextInt(CROWD));
                    ObjectNode call = call();
                    long at = due;
                    calls.add(threads.submit(() -> millis.add(recall(client, server, call, session, at))));
                }
            }
            calls.forEach(Future::resultNow);
        }
        return millis;
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    /** The session's key. */
    private String begin(HttpClient client, Server server) {
        ObjectNode initialize = message("initialize");
        ObjectNode params = initialize.putObject("params").put("protocolVersion", WITH_SESSIONS);
        params.putObject("capabilities");
        params.putObject("clientInfo").put("name", "benchmark").put("version", "1");
        String session = send(client, server, initialize, "none")
                .headers()
                .firstValue("Mcp-Session-Id")
                .orElseThrow();
        ObjectNode initialized = message("notifications/initialized");
        initialized.remove("id");
        send(client, server, initialized, session);
        return session;
    }

    /** Milliseconds from the given moment to the answer. */
    private static double recall(HttpClient client, Server server, ObjectNode call, String session, long from) {
        HttpResponse<String> answer = send(client, server, call, session);
        double time = (System.nanoTime() - from) / 1e6;
        if (!answer.body().contains("\"isError\":false")) {
            throw new IllegalStateException(answer.body());
        }
        return time;
    }

    private static HttpResponse<String> send(HttpClient client, Server server, JsonNode message, String session) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/mcp"))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(BodyPublishers.ofString(message.toString()));
        if (!session.equals("none")) {
            request.header("Mcp-Session-Id", session).header("MCP-Protocol-Version", WITH_SESSIONS);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private ObjectNode call() {
        ObjectNode call = message("tools/call");
        call.putObject("params")
                .put("name", "recall")
                .putObject("arguments")
                .put("query", questions.question() + " " + asked++);
        return call;
    }

    private ObjectNode message(String method) {
        return Api.JSON
                .createObjectNode()
                .put("jsonrpc", "2.0")
                .put("id", asked)
                .put("method", method);
    }
}
