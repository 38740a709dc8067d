package io.mnemolite.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EffectiveValuesTest {

    @TempDir
    private Path userHome;

    @Test
    void effective_everyOptionOnceInOrder() {
        assertThat(Load.in(userHome).configuration().effective())
                .extracting(EffectiveValue::key)
                .containsExactlyElementsOf(Configuration.OPTIONS.keys());
    }

    @Test
    void effective_secrets_masked() {
        Load load = Load.in(userHome)
                .environment("DATABASE_URL", "postgresql://user:geheim@host:5432/db")
                .environment("MNEMOLITE_API_KEY", "geheim")
                .arguments("--embedding.http.api-key", "geheim");
        assertThat(load.effective("database.url"))
                .isEqualTo(new EffectiveValue(
                        "database.url", "postgresql://user:********@host:5432/db", "environment DATABASE_URL"));
        assertThat(load.effective("http.api-key"))
                .isEqualTo(new EffectiveValue("http.api-key", "********", "environment MNEMOLITE_API_KEY"));
        assertThat(load.effective("embedding.http.api-key"))
                .isEqualTo(new EffectiveValue(
                        "embedding.http.api-key", "********", "command line --embedding.http.api-key"));
        Configuration configuration = load.configuration();
        assertThat(configuration.effective().toString()
                        + configuration.storage()
                        + configuration.http()
                        + configuration.embedding())
                .doesNotContain("geheim");
    }

    @Test
    void effective_notSet() {
        assertThat(Load.in(userHome).effective("database.url"))
                .isEqualTo(new EffectiveValue("database.url", "", "not set"));
    }
}
