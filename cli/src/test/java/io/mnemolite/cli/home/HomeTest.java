package io.mnemolite.cli.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HomeTest {

    private static final Map<String, String> ENVIRONMENT =
            Map.of("HOME", "/users/ada", "MNEMOLITE_HOME", "/data/memory");

    @Test
    void option_named_wins() {
        assertThat(Home.of(Path.of("/elsewhere"), ENVIRONMENT)).isEqualTo(Path.of("/elsewhere"));
    }

    @Test
    void variable_set_winsOverDefault() {
        assertThat(Home.of(null, ENVIRONMENT)).isEqualTo(Path.of("/data/memory"));
    }

    @Test
    void nothing_named_isBelowHomeOfTheShell() {
        assertThat(Home.of(null, Map.of("HOME", "/users/ada"))).isEqualTo(Path.of("/users/ada/.mnemolite"));
    }

    @Test
    void noHome_isBelowHomeOfTheUserDatabase() {
        assertThat(Home.of(null, Map.of()))
                .isEqualTo(
                        Path.of(System.getProperty("user.home"), ".mnemolite").toAbsolutePath());
    }
}
