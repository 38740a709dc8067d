package io.mnemolite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.e2e.Http.Answer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server with {@code MNEMOLITE_API_KEY}. */
class HttpApiKeyTest {

    private static final String KEY = "correct-horse-battery-staple";
    private static @Nullable PackagedServer server;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = LocalServers.start(folder.resolve("home"), Map.of("EMBEDDING_MODE", "mock", "MNEMOLITE_API_KEY", KEY));
    }

    @AfterAll
    static void stop() {
        server().close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1/events",
                "/v1/search",
                "/metrics",
                "/docs",
                "/openapi.json",
                "/performance/system",
                "/nothing",
                "/v1/events/01890a5d-ac96-774b-bcce-b302099a8057",
                "/health/../v1/events",
                "/readiness/x"
            })
    void request_withoutKey_is401(String path) {
        Answer answer = http().get(path);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(answer.sentence()).contains("Authorization: Bearer").doesNotContain(KEY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer wrong",
                "Bearer ",
                "Bearer",
                "Basic " + KEY,
                KEY,
                "Bearer " + KEY + "x",
                "Bearer correct-horse-battery-stapl"
            })
    void request_wrongKey_is401(String authorization) {
        assertThat(http().get("/v1/events", "Authorization", authorization).status())
                .isEqualTo(401);
        assertThat(http().post("/v1/events", "{\"content\":{}}", "Authorization", authorization)
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer " + KEY, "bearer " + KEY, "BEARER  " + KEY})
    void request_rightKey_isAnswered(String authorization) {
        assertThat(http().get("/v1/events", "Authorization", authorization).status())
                .isEqualTo(200);
        assertThat(http().post("/v1/events", "{\"content\":{}}", "Authorization", authorization)
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/readiness", "/health/", "/readiness/"})
    void probes_needNoKey(String path) {
        assertThat(http().get(path).status()).isEqualTo(200);
    }

    @Test
    void system_masksTheKey() {
        Answer system = http().get("/performance/system", "Authorization", "Bearer " + KEY);

        assertThat(system.status()).isEqualTo(200);
        assertThat(system.body()).contains("http.api-key").doesNotContain(KEY);
        assertThat(server().output()).doesNotContain(KEY);
    }

    private static PackagedServer server() {
        return Objects.requireNonNull(server);
    }

    private static Http http() {
        return server().http();
    }
}
