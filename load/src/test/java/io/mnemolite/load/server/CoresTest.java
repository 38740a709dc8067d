package io.mnemolite.load.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CoresTest {

    @Test
    void of_listOfTheSystem_areTheFirstTwo() {
        assertThat(Cores.of("0-3")).hasValue(new Cores(0, 1));
        assertThat(Cores.of("2,5-7")).hasValue(new Cores(2, 5));
        assertThat(Cores.of("1,4")).hasValue(new Cores(1, 4));
    }

    @Test
    void of_oneCore_isEmpty() {
        assertThat(Cores.of("0")).isEmpty();
        assertThat(Cores.of("3-3")).isEmpty();
    }

    @Test
    void command_onACore_keepsToItWithItsOptions() {
        Launch launch =
                Launch.production(true).with(List.of("--pool.size", "3")).on(Optional.of(new Cores(4, 6)));
        assertThat(launch.command(List.of("java", "-jar", "server.jar")))
                .containsExactly("taskset", "-c", "4", "java", "-jar", "server.jar", "--pool.size", "3");
        assertThat(Launch.production(false).command(List.of("java"))).containsExactly("java");
    }
}
