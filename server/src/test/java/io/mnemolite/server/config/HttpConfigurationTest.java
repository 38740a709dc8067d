package io.mnemolite.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.server.config.option.Secret;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpConfigurationTest {

    @TempDir
    private Path userHome;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1.2.3",
                "localhost",
                "LocalHost",
                "::1",
                "[::1]",
                "0:0:0:0:0:0:0:1",
                "::ffff:127.0.0.1"
            })
    void load_loopback_needsNoKey(String host) {
        HttpConfiguration http =
                Load.in(userHome).arguments("--host", host).configuration().http();
        assertThat(http.isLoopback()).isTrue();
        assertThat(http.host()).doesNotContain("[");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "[::]", "192.168.1.5", "fe80::1", "example.org", "127.0.0.1.example.org"})
    void load_reachableByOthers_needsKeyOrPermission(String host) {
        Load load = Load.in(userHome).arguments("--host", host);
        assertThat(load.problems()).singleElement().asString().startsWith("http.host cannot be \"" + host + "\"");
        assertThat(load.environment("MNEMOLITE_API_KEY", "key")
                        .configuration()
                        .http()
                        .apiKey())
                .isEqualTo(new Secret("key"));
        assertThat(load.environment("MNEMOLITE_ALLOW_UNAUTHENTICATED", "true")
                        .configuration()
                        .http()
                        .isLoopback())
                .isFalse();
    }

    @Test
    void load_blankKey_isNone() {
        assertThat(Load.in(userHome)
                        .arguments("--host=0.0.0.0")
                        .environment("MNEMOLITE_API_KEY", "  ")
                        .problems())
                .hasSize(1);
    }

    @Test
    void load_allowedHosts_lowerCase() {
        assertThat(Load.in(userHome)
                        .environment("MNEMOLITE_ALLOWED_HOSTS", "Memory.Example.org, box:8001,")
                        .configuration()
                        .http()
                        .allowedHosts())
                .containsExactly("memory.example.org", "box:8001");
    }
}
