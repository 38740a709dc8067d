package io.mnemolite.embedding.http;

import io.mnemolite.contract.EmbedderContract;
import io.mnemolite.core.embedding.Embedder;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class HttpEmbedderContractTest extends EmbedderContract {

    private static ScriptedEndpoint endpoint;
    private static HttpEmbedder embedder;

    @BeforeAll
    static void start() throws IOException {
        endpoint = new ScriptedEndpoint();
        embedder =
                new HttpEmbedder(HttpEmbeddingSettings.of(endpoint.url(), "mock", null, HttpEmbeddingSettings.LEARNED));
    }

    @AfterAll
    static void stop() {
        embedder.close();
        endpoint.close();
    }

    @Override
    protected Embedder embedder() {
        return embedder;
    }
}
