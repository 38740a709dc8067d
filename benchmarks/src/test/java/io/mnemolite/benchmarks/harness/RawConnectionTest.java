package io.mnemolite.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawConnectionTest {

    private static final long PATIENCE = Duration.ofSeconds(20).toNanos();

    /** Reads an answer to its end through a buffer of this size. */
    private static void exchange(RawConnection connection, int size) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(size);
        connection.begin(RawRequest.get("/path"));
        long end = System.nanoTime() + PATIENCE;
        while (!connection.read(buffer)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("The answer did not end.");
            }
            Thread.onSpinWait();
        }
    }

    private static void exchange(String answer) throws IOException {
        try (TinyServer server = new TinyServer(request -> answer);
                RawConnection connection = RawConnection.open(server.port())) {
            exchange(connection, 64);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64, 65_536})
    void read_isDoneWithTheLastByteOfTheBody(int bufferSize) throws IOException {
        try (TinyServer server = new TinyServer(request -> TinyServer.answer(200, "x".repeat(1_000 * request)));
                RawConnection connection = RawConnection.open(server.port())) {
            for (int i = 0; i < 3; i++) {
                exchange(connection, bufferSize);
            }
            assertThat(server.requests()).isEqualTo(3);
        }
    }

    @Test
    void read_ofAnEmptyBody_isDoneWithTheHead() throws IOException {
        exchange(TinyServer.answer(201, ""));
    }

    @Test
    void read_takesAHeadOfAnySizeAndNamesInAnyCase() throws IOException {
        exchange("HTTP/1.1 200 OK\r\nX-Long: " + "y".repeat(10_000) + "\r\ncOnTeNt-LENGTH:3\r\n\r\nabc");
    }

    @Test
    void read_ofAnErrorAnswer_failsWithItsText() {
        assertThatThrownBy(() -> exchange(TinyServer.answer(503, "{}")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("HTTP/1.1 503");
    }

    @Test
    void read_withoutALength_fails() {
        assertThatThrownBy(() -> exchange("HTTP/1.1 200 OK\r\nX: y\r\n\r\n")).hasMessageContaining("no Content-Length");
    }

    @Test
    void read_ofAClosedConnection_fails() {
        assertThatThrownBy(() -> exchange("")).isInstanceOf(EOFException.class);
    }

    @Test
    void request_ofText_countsItsBytes() {
        ByteBuffer request = RawRequest.post("/v1/events", "{\"text\":\"é\"}");

        assertThat(StandardCharsets.UTF_8.decode(request).toString())
                .isEqualTo("POST /v1/events HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 13\r\n\r\n{\"text\":\"é\"}");
    }

    @Test
    void begin_leavesTheRequestToBeSentAgain() throws IOException {
        ByteBuffer request = RawRequest.get("/again");
        try (TinyServer server = new TinyServer(number -> TinyServer.answer(200, "{}"));
                RawConnection connection = RawConnection.open(server.port())) {
            connection.begin(request);
        }
        assertThat(StandardCharsets.UTF_8.decode(request).toString())
                .isEqualTo("GET /again HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    }
}
