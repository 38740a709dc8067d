package io.mnemolite.deployment.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.deployment.failure.DeploymentFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class PoolSizeTest {

    private static PoolSize configured(Map<String, String> settings) {
        Properties values = new Properties();
        values.putAll(settings);
        return PoolSize.configured(values);
    }

    @Test
    void configured_byTheSettingsElseByTheirProfile() {
        assertThat(configured(Map.of("profile", "production"))).isEqualTo(new PoolSize(20, 10));
        assertThat(configured(Map.of("profile", "test"))).isEqualTo(new PoolSize(5, 2));
        assertThat(configured(Map.of())).isEqualTo(new PoolSize(10, 5));
        assertThat(configured(Map.of("profile", "production", "pool.size", " 12 ", "pool.overflow", "0")))
                .isEqualTo(new PoolSize(12, 0))
                .hasToString("12 + 0");
    }

    /** The server's own defaults, which this must not differ from. */
    @Test
    void configured_withoutFigures_isWhatTheReferenceSays() throws IOException {
        String reference = Files.readString(Path.of("../docs/reference/configuration.md"));
        for (String profile : List.of("production", "test", "development")) {
            PoolSize pool = configured(Map.of("profile", profile));
            assertThat(reference)
                    .containsPattern("`pool\\.size` \\|[^|]*\\|[^|]*\\b" + pool.size() + " " + profile)
                    .containsPattern("`pool\\.overflow` \\|[^|]*\\|[^|]*\\b" + pool.overflow() + " " + profile);
        }
        assertThat(reference).containsPattern("`profile` \\|[^|]*\\| development ");
    }

    @Test
    void configured_noNumber_isRefused() {
        assertThatThrownBy(() -> configured(Map.of("pool.size", "many")))
                .isInstanceOf(DeploymentFailure.class)
                .hasMessage("'many' in server.properties is no value for pool.size; it takes a whole number.");
    }

    @Test
    void neighbours_areOtherSizesOnce() {
        assertThat(new PoolSize(20, 10).neighbours())
                .containsExactly(new PoolSize(5, 3), new PoolSize(10, 5), new PoolSize(40, 20));
        assertThat(new PoolSize(1, 0).neighbours()).containsExactly(new PoolSize(2, 0));
    }
}
