package io.mnemolite.embedding.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.core.error.MnemoliteException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpEmbeddingSettingsTest {

    private static HttpEmbeddingSettings settings(String url) {
        return HttpEmbeddingSettings.of(URI.create(url), "model", new ApiKey("sk-secret"), 0);
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:11434, http://127.0.0.1:11434/v1/embeddings",
        "http://127.0.0.1:11434/, http://127.0.0.1:11434/v1/embeddings",
        "https://host/v1, https://host/v1/embeddings",
        "https://host/v1/, https://host/v1/embeddings",
        "https://host/v1/embeddings, https://host/v1/embeddings",
        "https://host/openai/v3, https://host/openai/v3/embeddings"
    })
    void route_isCompletedFromTheBase(String base, String route) {
        assertThat(settings(base).route()).hasToString(route);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://host", "host", "http:///v1", "http://user:pa55@host", "http://host?key=pa55"})
    void new_withAnAddressThatIsNone_isRefusedWithoutQuotingIt(String base) {
        assertThatThrownBy(() -> settings(base))
                .isInstanceOf(MnemoliteException.class)
                .hasMessageContaining("embedding endpoint's address")
                .hasMessageNotContaining("pa55");
    }

    @Test
    void toString_hidesTheKey() {
        assertThat(settings("http://host")).asString().doesNotContain("sk-secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sk-secret\n", "sk secret", "sk-sécret"})
    void apiKey_thatFitsNoHeader_isRefusedWithoutQuotingIt(String key) {
        assertThatThrownBy(() -> new ApiKey(key))
                .isInstanceOf(MnemoliteException.class)
                .hasMessageContaining("API key")
                .hasMessageNotContaining("cret");
    }
}
