package io.mnemolite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.e2e.Http.Answer;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code Idempotency-Key} on creating requests (contract section 8). */
class HttpIdempotencyTest {

    private static final String ONE = "{\"content\":{\"text\":\"once\"}}";
    private static final String TWO = "{\"events\":[{\"content\":{\"n\":1}},{\"content\":{\"n\":2}}]}";

    private Http http = SharedServer.http();

    @BeforeEach
    void emptyStore() {
        http = SharedServer.emptied();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/events/", "/v1/events/batch"})
    void sameKeySameBody_answersTheSameAndStoresOnce(String route) {
        String key = UUID.randomUUID().toString();
        String body = route.endsWith("batch") ? TWO : ONE;

        Answer first = http.post(route, body, "Idempotency-Key", key);
        Answer second = http.post(route, body, "Idempotency-Key", key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(total()).isEqualTo(route.endsWith("batch") ? 2 : 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/events/", "/v1/events/batch"})
    void sameKeyOtherBody_is422AndStoresNothing(String route) {
        String key = UUID.randomUUID().toString();
        String body = route.endsWith("batch") ? TWO : ONE;
        http.post(route, body, "Idempotency-Key", key);
        int before = total();

        Answer other = http.post(route, body.replace("content\":{", "content\":{\"o\":1,"), "Idempotency-Key", key);

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.sentence()).contains(key).contains("another body");
        assertThat(total()).isEqualTo(before);
    }

    @Test
    void concurrentTwins_storeOnceAndAnswerTheSame() throws Exception {
        String key = UUID.randomUUID().toString();
        Callable<Answer> twin = () -> http.post("/v1/events/", ONE, "Idempotency-Key", key);

        List<Future<Answer>> answers;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            answers = threads.invokeAll(Stream.generate(() -> twin).limit(16).toList());
        }

        String first = answers.getFirst().get().id();
        for (Future<Answer> answer : answers) {
            assertThat(answer.get().status()).isEqualTo(201);
            assertThat(answer.get().id()).isEqualTo(first);
        }
        assertThat(total()).isEqualTo(1);
    }

    @Test
    void keyOfARefusedRequest_isNotUsedUp() {
        String key = UUID.randomUUID().toString();

        assertThat(http.post("/v1/events/", "{\"content\":1}", "Idempotency-Key", key)
                        .status())
                .isEqualTo(422);
        assertThat(http.post("/v1/events/", ONE, "Idempotency-Key", key).status())
                .isEqualTo(201);
    }

    @Test
    void withoutKey_eachRequestStores() {
        http.post("/v1/events/", ONE);
        http.post("/v1/events/", ONE);

        assertThat(total()).isEqualTo(2);
    }

    @Test
    void keyTooLong_is422() {
        Answer answer = http.post("/v1/events/", ONE, "Idempotency-Key", "k".repeat(201));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.violation()).isEqualTo("value_error [\"header\",\"Idempotency-Key\"]");
        assertThat(answer.body()).contains("1 to 200 characters, not 201");
        assertThat(total()).isZero();
    }

    private int total() {
        return http.get("/v1/search/?limit=1")
                .json()
                .path("meta")
                .path("total_hits")
                .asInt();
    }
}
