package io.mnemolite.embedding.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mnemolite.core.deadline.Deadline;
import io.mnemolite.core.embedding.EmbeddingSpace;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.embedding.MockEmbedder;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HttpEmbedderTest {

    private static final Duration REST = Duration.ofMinutes(1);
    private static final String KEY = "sk-secret-of-the-test";

    private final MockEmbedder expected = new MockEmbedder(ScriptedEndpoint.DIMENSION);
    private final AtomicLong clock = new AtomicLong();
    private final CountDownLatch testEnds = new CountDownLatch(1);

    private ScriptedEndpoint endpoint;
    private HttpEmbedder embedder;

    @BeforeEach
    void start() throws IOException {
        endpoint = new ScriptedEndpoint();
        embedder = embedder(HttpEmbeddingSettings.LEARNED, Duration.ofSeconds(20));
    }

    @AfterEach
    void stop() {
        testEnds.countDown();
        embedder.close();
        endpoint.close();
    }

    private HttpEmbedder embedder(int dimension, Duration timeout) {
        return new HttpEmbedder(
                new HttpEmbeddingSettings(endpoint.url(), "the-model", new ApiKey(KEY), dimension, timeout, 4, 3, 100),
                new CircuitBreaker(5, REST, clock::get),
                new BackOff(Duration.ofNanos(1), Duration.ofNanos(1)));
    }

    private MnemoliteException failure(String... texts) {
        MnemoliteException thrown =
                catchThrowableOfType(MnemoliteException.class, () -> embedder.embed(List.of(texts)));
        assertThat(thrown).isNotNull();
        assertThat(thrown.sentence()).endsWith(".").doesNotContain(KEY).doesNotContain("said by the endpoint");
        return thrown;
    }

    @Test
    void space_isLearnedByAskingOnce() {
        assertThat(embedder.space()).isEqualTo(new EmbeddingSpace("http:the-model", ScriptedEndpoint.DIMENSION));
        assertThat(embedder.space().dimension()).isEqualTo(ScriptedEndpoint.DIMENSION);
        assertThat(endpoint.batches()).containsExactly(1);
    }

    @Test
    void space_whenGiven_asksNobody() {
        try (HttpEmbedder given = embedder(768, Duration.ofSeconds(20))) {
            assertThat(given.space().dimension()).isEqualTo(768);
        }
        assertThat(endpoint.batches()).isEmpty();
    }

    @Test
    void space_whenTheProbeIsRefused_isNoFaultOfAText() {
        endpoint.thenStatus(400);

        assertThatThrownBy(embedder::space)
                .isInstanceOfSatisfying(
                        MnemoliteException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));
    }

    @Test
    void embed_sendsBatchesAndTheKey() {
        List<String> texts = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i");

        assertThat(embedder.embed(texts)).isEqualTo(expected.embed(texts));
        assertThat(endpoint.batches()).containsExactly(4, 4, 1);
        assertThat(endpoint.authorizations()).containsOnly("Bearer " + KEY);
    }

    @Test
    void embed_cutsLongTextsAndRepairsLoneSurrogates() {
        assertThat(embedder.embed("x".repeat(1_000))).isEqualTo(expected.embed("x".repeat(100)));
        assertThat(embedder.embed("\uD83D")).isEqualTo(expected.embed("\uFFFD"));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503})
    void embed_afterATemporaryFailure_triesAgain(int status) {
        endpoint.thenStatus(status).thenStatus(status);

        assertThat(embedder.embed("text")).isEqualTo(expected.embed("text"));
        assertThat(endpoint.batches()).hasSize(3);
    }

    @Test
    void embed_whenTheConnectionBreaksOff_triesAgain() {
        endpoint.then((exchange, request) -> exchange.close()).then((exchange, request) -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write('{');
            exchange.close();
        });

        assertThat(embedder.embed("text")).isEqualTo(expected.embed("text"));
    }

    @Test
    void embed_whenAllAttemptsFail_saysWhichEndpointAndWhy() {
        endpoint.thenStatus(503).thenStatus(503).thenStatus(503);

        MnemoliteException failure = failure("text");

        assertThat(failure.code()).isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(failure.sentence()).contains(endpoint.url() + "/v1/embeddings", "503");
        assertThat(endpoint.batches()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 422})
    void embed_ofARefusedText_isAnInvalidValue(int status) {
        endpoint.thenStatus(status);

        MnemoliteException failure = failure("text");

        assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_VALUE);
        assertThat(failure.sentence()).contains("refused the text", String.valueOf(status));
        assertThat(endpoint.batches()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 302, 401, 403, 404, 413, 418})
    void embed_afterALastingFailure_doesNotTryAgain(int status) {
        endpoint.thenStatus(status);

        assertThat(failure("text").code()).isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(endpoint.batches()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "[]",
                "{\"data\": {}}",
                "{\"data\": []}",
                "{\"data\": [{\"embedding\": [1]}, {\"embedding\": [1]}]}",
                "{\"data\": [{}]}",
                "{\"data\": [{\"embedding\": []}]}",
                "{\"data\": [{\"embedding\": \"AAAA\"}]}",
                "{\"data\": [{\"embedding\": [1, null]}]}",
                "{\"data\": [{\"embedding\": [1, \"2\"]}]}",
                "{\"data\": [{\"embedding\": [1, NaN]}]}",
                "{\"data\": [{\"embedding\": [1, 1e99]}]}",
                "{\"data\": [{\"index\": 1, \"embedding\": [1]}]}",
                "{\"data\": [{\"index\": -1, \"embedding\": [1]}]}"
            })
    void embed_ofAMalformedAnswer_isUnavailable(String body) {
        endpoint.thenBody(body);

        MnemoliteException failure = failure("text");

        assertThat(failure.code()).isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(failure.sentence()).contains("check that it speaks OpenAI's /v1/embeddings");
        assertThat(endpoint.batches()).hasSize(1);
    }

    @Test
    void embed_ofVectorsOfSeveralDimensions_isUnavailable() {
        endpoint.thenBody("{\"data\": [{\"embedding\": [1]}, {\"embedding\": [1, 2]}]}");

        assertThat(failure("one", "two").sentence()).contains("several dimensions");
    }

    @Test
    void embed_ofAnotherDimensionThanBefore_isUnavailable() {
        assertThat(embedder.embed("text")).isNotNull();
        endpoint.thenBody("{\"data\": [{\"embedding\": [1, 2]}]}");

        assertThat(failure("text").sentence()).contains("dimension 2", "where 8 was expected");
    }

    @Test
    void embed_ofAnAnswerWithoutEnd_isUnavailable() {
        for (int attempt = 0; attempt < 3; attempt++) {
            endpoint.then((exchange, request) -> {
                exchange.sendResponseHeaders(200, 0);
                byte[] blanks = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
                while (testEnds.getCount() > 0) {
                    exchange.getResponseBody().write(blanks);
                }
            });
        }

        assertThat(failure("text").sentence()).contains("more than 1245184 bytes");
    }

    @Test
    void embed_ofAnEndpointThatHangs_endsWithTheTimeout() {
        HttpEmbedder impatient = embedder(ScriptedEndpoint.DIMENSION, Duration.ofMillis(200));
        for (int attempt = 0; attempt < 3; attempt++) {
            hang();
        }

        assertThatThrownBy(() -> impatient.embed("text")).hasMessageContaining("within 200 ms");
        impatient.close();
    }

    @Test
    void embed_beyondTheDeadline_endsWithIt() {
        hang();

        assertThatThrownBy(() -> Deadline.after(Duration.ofMillis(300)).call(() -> embedder.embed("text")))
                .isInstanceOfSatisfying(
                        MnemoliteException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DEADLINE_EXCEEDED));
    }

    @Test
    void embed_whenAskedToWaitBeyondTheDeadline_failsAtOnce() {
        endpoint.then((exchange, request) -> {
            exchange.getResponseHeaders().set("Retry-After", "3600");
            ScriptedEndpoint.answer(exchange, 429, "");
        });

        assertThat(failure("text").sentence()).contains("429");
        assertThat(endpoint.batches()).hasSize(1);
    }

    @Test
    void embed_ofAnEndpointThatKeepsFailing_leavesItAloneForAWhile() {
        for (int failures = 0; failures < 6; failures++) {
            endpoint.thenStatus(404);
        }
        for (int failures = 0; failures < 5; failures++) {
            assertThat(failure("text").sentence()).contains("404");
        }

        assertThat(failure("text").sentence()).contains("left alone");
        assertThat(endpoint.batches()).hasSize(5);

        clock.addAndGet(REST.toNanos());
        assertThat(failure("text").sentence()).contains("404");
        assertThat(failure("text").sentence()).contains("left alone");

        clock.addAndGet(REST.toNanos());
        assertThat(embedder.embed(Collections.nCopies(9, "text"))).hasSize(9);
    }

    @Test
    void embed_ofAnEndpointThatDoesNotRun_saysSo() {
        URI gone = endpoint.url();
        endpoint.close();

        assertThat(failure("text").sentence()).contains(gone + "/v1/embeddings cannot be reached");
    }

    @Test
    void embed_afterClose_saysSo() {
        embedder.close();

        assertThat(failure("text").sentence()).contains("the server stops");
    }

    private void hang() {
        endpoint.then((exchange, request) -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                testEnds.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
