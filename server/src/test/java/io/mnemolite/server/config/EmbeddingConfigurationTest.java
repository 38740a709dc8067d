package io.mnemolite.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.server.config.option.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddingConfigurationTest {

    private static final String REFUSAL =
            "that is neither the built-in bge-small-en-v1.5, nor a directory that exists, nor the address of an endpoint"
                    + " without user and password. Name one of these, or leave it out for the built-in one.";

    @TempDir
    private Path userHome;

    @Test
    void load_mock_dimension() {
        Load mock = Load.in(userHome).environment("EMBEDDING_MODE", "mock");
        assertThat(mock.configuration().embedding().model()).isEqualTo(new EmbeddingModel.Mock(384));
        assertThat(mock.environment("EMBEDDING_DIMENSION", "5")
                        .configuration()
                        .embedding()
                        .model())
                .isEqualTo(new EmbeddingModel.Mock(5));
    }

    @Test
    void load_real_dimensionIsPassedOn() {
        EmbeddingConfiguration embedding = Load.in(userHome)
                .environment("EMBEDDING_DIMENSION", "768")
                .configuration()
                .embedding();
        assertThat(embedding.model()).isEqualTo(new EmbeddingModel.BuiltIn());
        assertThat(embedding.dimension()).isEqualTo(768);
    }

    @Test
    void load_directory() throws IOException {
        Path directory = Files.createDirectories(userHome.resolve("models/e5"));
        assertThat(model("~/models/e5").configuration().embedding().model())
                .isEqualTo(new EmbeddingModel.Directory(directory));
    }

    @Test
    void load_endpoint() {
        Load load = model("https://models.example.org/v1/").arguments("--embedding.http.model=e5");
        assertThat(load.configuration().embedding().model())
                .isEqualTo(new EmbeddingModel.Endpoint(
                        URI.create("https://models.example.org/v1"), "e5", null, Duration.ofSeconds(30)));

        Load withKey = load.environment("MNEMOLITE_EMBEDDING_HTTP_API_KEY", "geheim")
                .environment("MNEMOLITE_EMBEDDING_HTTP_TIMEOUT", "2s");
        assertThat(withKey.configuration().embedding().model())
                .isEqualTo(new EmbeddingModel.Endpoint(
                        URI.create("https://models.example.org/v1"),
                        "e5",
                        new Secret("geheim"),
                        Duration.ofSeconds(2)));
        assertThat(withKey.configuration().embedding().toString()).doesNotContain("geheim");
    }

    @Test
    void load_endpoint_withoutModel() {
        assertThat(model("http://127.0.0.1:11434/v1").problems())
                .containsExactly("embedding.http.model is not set, but embedding.model is an endpoint: set it to the"
                        + " name by which the endpoint knows the model.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nomic-ai/nomic-embed-text-v1.5", "/no/such/directory", "http://", "http://a b/v1"})
    void load_modelThatIsNone_refused(String model) {
        assertThat(model(model).arguments("--embedding.http.model=e5").problems())
                .containsExactly(
                        "embedding.model cannot be \"" + model + "\" (environment EMBEDDING_MODEL): " + REFUSAL);
    }

    @Test
    void load_endpointWithPassword_refusedWithoutShowingIt() {
        assertThat(model("http://user:geheim@host/v1")
                        .arguments("--embedding.http.model=e5")
                        .problems())
                .containsExactly("embedding.model cannot be \"http://user:********@host/v1\" (environment"
                        + " EMBEDDING_MODEL): " + REFUSAL);
    }

    @Test
    void load_threads() {
        assertThat(Load.in(userHome)
                        .arguments("--embedding.threads=3")
                        .configuration()
                        .embedding()
                        .threads())
                .isEqualTo(3);
        assertThat(Load.in(userHome)
                        .arguments("--embedding.threads=cores")
                        .configuration()
                        .embedding()
                        .threads())
                .isEqualTo(Runtime.getRuntime().availableProcessors());
    }

    private Load model(String text) {
        return Load.in(userHome).environment("EMBEDDING_MODEL", text);
    }
}
