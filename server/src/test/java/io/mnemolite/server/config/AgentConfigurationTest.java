package io.mnemolite.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentConfigurationTest {

    @TempDir
    private Path userHome;

    @Test
    void indexRoots_ofADeveloper_isTheHomeDirectory() {
        assertThat(agents(Load.in(userHome)).indexRoots()).containsExactly(userHome);
    }

    @Test
    void indexRoots_whenOtherMachinesReachTheServer_isWhatWasWrittenAlone() {
        Load reachable =
                Load.in(userHome).arguments("--host", "0.0.0.0").environment("MNEMOLITE_ALLOW_UNAUTHENTICATED", "true");

        assertThat(agents(reachable).indexRoots()).isEmpty();
        assertThat(agents(reachable.environment("MNEMOLITE_CODE_INDEX_ROOTS", "~"))
                        .indexRoots())
                .containsExactly(userHome);
    }

    private static AgentConfiguration agents(Load load) {
        return load.configuration().agents();
    }
}
