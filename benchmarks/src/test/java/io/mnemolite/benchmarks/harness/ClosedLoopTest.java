package io.mnemolite.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class ClosedLoopTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private static ClosedLoop.Outcome run(TinyServer server, int connections, Duration time, long requests) {
        return ClosedLoop.run(server.port(), connections, time, requests, () -> RawRequest.get("/"));
    }

    private static void assertFails(IntFunction<String> answers, String message) throws IOException {
        try (TinyServer server = new TinyServer(answers)) {
            assertThatThrownBy(() -> run(server, 2, LONG, 100)).hasMessageContaining(message);
            assertThat(server.requests()).isLessThan(100);
        }
    }

    @Test
    void run_sendsTheRequestsAndTimesEachAnswer() throws IOException {
        try (TinyServer server = new TinyServer(request -> TinyServer.answer(200, "{}"))) {
            ClosedLoop.Outcome outcome = run(server, 4, LONG, 50);

            assertThat(outcome.answers()).isEqualTo(50);
            assertThat(outcome.micros().getTotalCount()).isEqualTo(50);
            assertThat(server.requests()).isEqualTo(50);
            assertThat(outcome.millis(100)).isLessThanOrEqualTo(outcome.time().toNanos() / 1e6 * 1.01);
        }
    }

    @Test
    void run_withFewerRequestsThanConnections_sendsNoMore() throws IOException {
        try (TinyServer server = new TinyServer(request -> TinyServer.answer(200, "{}"))) {
            assertThat(run(server, 4, LONG, 3).answers()).isEqualTo(3);
            assertThat(server.requests()).isEqualTo(3);
        }
    }

    @Test
    void run_afterItsTime_awaitsTheLastAnswers() throws IOException {
        try (TinyServer server = new TinyServer(request -> TinyServer.answer(200, "{}"))) {
            assertThat(run(server, 4, Duration.ZERO, 1_000).answers()).isEqualTo(4);
        }
    }

    @Test
    void run_withAnErrorAmongTheAnswers_fails() throws IOException {
        assertFails(request -> TinyServer.answer(request == 20 ? 500 : 200, "{}"), "HTTP/1.1 500");
    }

    @Test
    void run_whenTheServerClosesAConnection_fails() throws IOException {
        assertFails(request -> request == 20 ? "" : TinyServer.answer(200, "{}"), "closed the connection");
    }
}
