package io.mnemolite.load.injection;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mnemolite.load.result.Sample;
import io.mnemolite.load.result.Sample.Outcome;
import io.mnemolite.load.server.Api;
import io.mnemolite.load.server.CacheFigures;
import io.mnemolite.load.traffic.Keys;
import io.mnemolite.load.traffic.Mix;
import io.mnemolite.load.traffic.SampleRepository;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server that counts and refuses every tenth request. */
class GeneratorTest {

    private static final int USERS = 4;
    private static final Keys KEYS = new Keys(
            List.of("event"), List.of("why"), List.of("node"), List.of("symbol"), new SampleRepository("r", 3));

    @TempDir
    private Path work = Path.of("");

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final HttpServer server = create();

    private static HttpServer create() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void start() {
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.close();
    }

    @Test
    void run_closed_everyUserAsksAgainWhateverItWasAnswered() {
        Api api = new Api("http://127.0.0.1:" + server.getAddress().getPort());
        Driven driven = new Generator(api, Mix.over(KEYS, 3), work, line -> {}).run(Plan.closed("closed", USERS, 1, 1));
        List<Sample> requests = driven.requests();
        assertThat(mostAtOnce).hasValueBetween(1, USERS);
        assertThat(requests).hasSizeGreaterThan(10 * USERS);
        // The warm-up was asked as well, and is not among them.
        assertThat(count.get()).isGreaterThan(requests.size() + USERS);
        assertThat(requests).extracting(Sample::outcome).contains(Outcome.ANSWERED, Outcome.REFUSED);
        long answered = requests.stream()
                .filter(sample -> sample.outcome() == Outcome.ANSWERED)
                .count();
        long refused = requests.stream()
                .filter(sample -> sample.outcome() == Outcome.REFUSED)
                .count();
        assertThat(answered).isGreaterThan(5 * refused);
        assertThat(driven.caches().event()).isEqualTo(new CacheFigures.Reads(0, 0));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            exchange.getRequestBody().readAllBytes();
            int number = exchange.getRequestURI().getPath().endsWith("/cache/stats") ? 1 : count.incrementAndGet();
            boolean isRefused = number % 10 == 0;
            if (isRefused) {
                exchange.getResponseHeaders().add("Retry-After", "1");
            }
            atOnce.decrementAndGet();
            byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(isRefused ? 503 : 200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
