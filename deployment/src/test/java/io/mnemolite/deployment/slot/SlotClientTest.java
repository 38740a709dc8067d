package io.mnemolite.deployment.slot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpServer;
import io.mnemolite.deployment.slot.SlotClient.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlotClientTest {

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private SlotClient client;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                        + exchange.getRequestHeaders().getFirst("Authorization") + " "
                        + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                boolean isPage = exchange.getRequestURI().getPath().equals("/page");
                byte[] body = (isPage ? "<html>" : "{\"a\":1}").getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(isPage ? 404 : 201, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
        client = new SlotClient(server.getAddress().getPort(), "the key");
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop(0);
    }

    @Test
    void post_showsTheKey_andReadsTheAnswer() {
        Answer answer =
                client.post("/v1/events/", JsonNodeFactory.instance.objectNode().put("b", 2));

        assertThat(requests).containsExactly("POST /v1/events/ Bearer the key {\"b\":2}");
        assertThat(answer.isSuccess()).isTrue();
        assertThat(answer.body().path("a").asInt()).isEqualTo(1);
        assertThat(answer.millis()).isPositive();
        assertThat(client.delete("/v1/events/1").isSuccess()).isTrue();
        assertThat(requests).last().isEqualTo("DELETE /v1/events/1 Bearer the key ");
    }

    @Test
    void get_noJson_isAnAnswerWithoutABody() {
        Answer answer = client.get("/page");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.isSuccess()).isFalse();
        assertThat(answer.body().isMissingNode()).isTrue();
    }

    @Test
    void get_nobodyThere_isNoAnswer() {
        server.stop(0);

        assertThat(client.get("/health").status()).isZero();
        assertThat(client.none().isSuccess()).isFalse();
    }
}
