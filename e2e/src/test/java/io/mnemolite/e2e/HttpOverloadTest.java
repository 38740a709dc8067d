package io.mnemolite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.e2e.Http.Answer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More requests than a server takes at a time: one executes, none waits. */
class HttpOverloadTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int CALLERS = 16;
    private static final int REQUESTS = 40;
    private static final int SILENT = 5;
    private static final int IN_A_ROW = 50;
    private static final String QUESTION = "{\"query\":\"why\",\"mode\":\"hybrid\",\"limit\":10}";

    @TempDir
    private static Path directory;

    private static PackagedServer server;
    private static Http http;

    @BeforeAll
    static void start() {
        server = LocalServers.start(
                directory.resolve("home"),
                LocalServers.MOCK,
                "--http.max-concurrent-requests=1",
                "--http.queue-factor=0");
        http = server.http();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void search_moreThanItTakes_isAnsweredOrRefusedOverTheSameConnections() throws Exception {
        List<Answer> answers = new ArrayList<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            List<Callable<List<Answer>>> work = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                work.add(HttpOverloadTest::askAgainAndAgain);
            }
            for (Future<List<Answer>> done : callers.invokeAll(work)) {
                answers.addAll(done.get());
            }
        }
        assertThat(answers).hasSize(CALLERS * REQUESTS);
        assertThat(answers).extracting(Answer::status).containsOnly(200, 503);
        for (Answer answer : answers) {
            if (answer.status() == 503) {
                assertThat(answer.sentence()).isEqualTo("Too many requests wait already (0); try again in a second.");
                assertThat(answer.header("Retry-After")).isEqualTo("1");
                assertThat(answer.json().path("request_id").asText())
                        .isEqualTo(answer.header("X-Request-Id"))
                        .isNotEmpty();
            }
        }
        assertThat(http.get("/metrics").body())
                .contains("api_requests_total{endpoint=\"/v1/search\",method=\"POST\",status=\"503\"}")
                .contains("api_refused_duration_seconds_bucket");
        Polling.until(
                "nobody keeps the place",
                PATIENCE,
                () -> http.get("/v1/events?limit=1").status() == 200);
    }

    @Test
    void post_bodiesThatDoNotCome_keepNobodyOut() throws IOException {
        List<Socket> silent = new ArrayList<>();
        try {
            for (int caller = 0; caller < SILENT; caller++) {
                Socket socket =
                        new Socket(http.uri("/").getHost(), http.uri("/").getPort());
                socket.getOutputStream()
                        .write("POST /v1/search/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99\r\n\r\n{"
                                .getBytes(StandardCharsets.UTF_8));
                silent.add(socket);
            }
            // So many in a row cannot all come before the silent ones.
            Polling.until(
                    "nobody keeps the place",
                    PATIENCE,
                    () -> IntStream.range(0, IN_A_ROW)
                            .allMatch(request -> http.get("/v1/events?limit=1").status() == 200));
        } finally {
            for (Socket socket : silent) {
                socket.close();
            }
        }
    }

    private static List<Answer> askAgainAndAgain() {
        List<Answer> answers = new ArrayList<>();
        for (int request = 0; request < REQUESTS; request++) {
            answers.add(http.post("/v1/search/", QUESTION));
        }
        return answers;
    }
}
