package io.mnemolite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.e2e.Http.Answer;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
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
    @ValueSource(strings = {"/health", "/liveness", "/readiness", "/health/", "/liveness/", "/readiness/"})
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

    @Test
    void browser_withoutKey_isSentToTheLoginPage() {
        Answer page = http().get("/ui/?project=a&limit=5", "Accept", "text/html");

        assertThat(page.status()).isEqualTo(303);
        assertThat(page.header("Location")).isEqualTo("/ui/login?next=%2Fui%2F%3Fproject%3Da%26limit%3D5");
        assertThat(http().get("/ui/login", "Accept", "text/html").status()).isEqualTo(200);
        assertThat(http().get("/ui/", "Accept", "text/html", "HX-Request", "true")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void login_wrongKey_is403WithoutACookie() {
        Answer login = login("wrong", "/ui/");

        assertThat(login.status()).isEqualTo(403);
        assertThat(login.header("Set-Cookie")).isEmpty();
        assertThat(login.body()).contains("That is not the key").doesNotContain(KEY);
    }

    @Test
    void login_rightKey_givesACookieThatOpensPagesAndApi() {
        Answer login = login(KEY, "/ui/?limit=5");
        String cookie = login.header("Set-Cookie");

        assertThat(login.status()).isEqualTo(303);
        assertThat(login.header("Location")).endsWith("/ui/?limit=5");
        assertThat(cookie)
                .containsIgnoringCase("HttpOnly")
                .containsIgnoringCase("SameSite=Strict")
                .doesNotContain(KEY);
        String pair = cookie.substring(0, cookie.indexOf(';'));
        assertThat(http().get("/ui/", "Cookie", pair).status()).isEqualTo(200);
        assertThat(http().get("/v1/events", "Cookie", pair).status()).isEqualTo(200);
        assertThat(http().get("/v1/events", "Cookie", pair + "x").status()).isEqualTo(401);
    }

    @Test
    void login_behindAProxyThatSpeaksTls_givesASecureCookie() {
        assertThat(login(KEY, "/ui/", "X-Forwarded-Proto", "https").header("Set-Cookie"))
                .containsIgnoringCase(";Secure");
        assertThat(login(KEY, "/ui/", "X-Forwarded-Proto", "http").header("Set-Cookie"))
                .doesNotContainIgnoringCase(";Secure");
        assertThat(login(KEY, "/ui/").header("Set-Cookie")).doesNotContainIgnoringCase(";Secure");
    }

    @Test
    void write_withTheCookie_needsTheOrigin() {
        String cookie = login(KEY, "/ui/").header("Set-Cookie");
        String pair = cookie.substring(0, cookie.indexOf(';'));
        String body = "{\"content\":{}}";

        assertThat(http().post("/v1/events", body, "Cookie", pair).status()).isEqualTo(403);
        assertThat(http().post("/v1/events", body, "Cookie", pair, "Origin", "http://127.0.0.1:1")
                        .status())
                .isEqualTo(403);
        assertThat(http().post("/v1/events", body, "Cookie", pair, "Origin", server().url())
                        .status())
                .isEqualTo(201);
    }

    @Test
    void login_nextElsewhere_leadsToTheDashboard() {
        for (String next : List.of("https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "x")) {
            assertThat(login(KEY, next).header("Location")).as(next).endsWith("/ui/");
        }
    }

    private static Answer login(String key, String next, String... further) {
        HttpRequest.Builder request = HttpRequest.newBuilder(http().uri("/ui/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "key=" + key + "&next=" + URLEncoder.encode(next, StandardCharsets.UTF_8)));
        if (further.length > 0) {
            request.headers(further);
        }
        return http().send(request.build());
    }

    private static PackagedServer server() {
        return Objects.requireNonNull(server);
    }

    private static Http http() {
        return server().http();
    }
}
