package io.mnemolite.e2e.drill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.e2e.Http;
import io.mnemolite.e2e.LocalServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What HAProxy answers itself, by the configurations that the product brings: as a server would, and no write twice. */
class BalancerAnswersTest {

    private static final Path CONFIGURATIONS = Path.of(System.getProperty("mnemolite.project"), "deploy");

    @TempDir
    Path directory;

    private final Ports ports = Ports.free();
    private final Http http = new Http("http://127.0.0.1:" + ports.front());

    private void checkNothingServes() {
        Http.Answer answer = http.post("/v1/events/", "{\"content\":{\"text\":\"lost?\"}}");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        checkEnvelope(answer, "No server can be reached, and nothing was done. Try again in a second.");
    }

    private static void checkEnvelope(Http.Answer answer, String sentence) {
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        JsonNode body = answer.json();
        assertThat(body.fieldNames()).toIterable().containsExactly("detail", "status", "request_id");
        assertThat(body.path("status").asInt()).isEqualTo(answer.status());
        assertThat(body.path("request_id").asText()).isNotEmpty().isEqualTo(answer.header("X-Request-ID"));
        assertThat(answer.sentence()).isEqualTo(sentence);
    }

    @Test
    void noServer_onAHost_is503WithRetryAfter() throws IOException {
        try (Haproxy _ = new Haproxy(directory, ports)) {
            checkNothingServes();
        }
    }

    @Test
    void noServer_byCompose_is503WithRetryAfter() throws IOException {
        String text = Files.readString(CONFIGURATIONS.resolve("compose").resolve("haproxy.cfg"));
        Path here = Files.writeString(
                directory.resolve("haproxy.cfg"),
                text.replace("bind :8001", "bind 127.0.0.1:" + ports.front())
                        .replace("127.0.0.1:9999", "127.0.0.1:" + LocalServers.freePort()));
        assertThat(here).content().isNotEqualTo(text);
        try (Haproxy _ = new Haproxy(directory, ports, here)) {
            checkNothingServes();
        }
    }

    /** The server took the write and died: nobody knows whether it was done, so it must not be sent again. */
    @Test
    void serverDiesWithinAWrite_is502AndTheWriteIsSentOnce() throws IOException {
        try (DyingServer server = new DyingServer(ports.blue());
                Haproxy _ = new Haproxy(directory, ports)) {
            Http.Answer answer = http.post("/v1/events/", "{\"content\":{\"text\":\"once\"}}");

            assertThat(answer.status()).isEqualTo(502);
            assertThat(answer.header("Retry-After")).isEmpty();
            checkEnvelope(
                    answer,
                    "The server did not finish its answer. Look whether a write was done before you send it again.");
            assertThat(server.writes()).isEqualTo(1);
        }
    }
}
