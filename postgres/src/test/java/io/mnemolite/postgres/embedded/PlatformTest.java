package io.mnemolite.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlatformTest {

    @Test
    void of_knownMachines_namesTheirArchive() {
        assertThat(Platform.of("Linux", "amd64", false).archives()).containsExactly("postgres-linux-x86_64.txz");
        assertThat(Platform.of("Linux", "aarch64", false).archives()).containsExactly("postgres-linux-arm_64.txz");
        assertThat(Platform.of("Linux", "amd64", true).archives())
                .containsExactly("postgres-linux-x86_64-alpine_linux.txz");
        assertThat(Platform.of("Mac OS X", "aarch64", false).archives())
                .containsExactly("postgres-darwin-arm_64.txz", "postgres-darwin-x86_64.txz");
    }

    @Test
    void of_otherMachines_hasNoArchive() {
        assertThat(Platform.of("Windows 11", "amd64", false).archives()).isEmpty();
        assertThat(Platform.of("Linux", "riscv64", false).archives()).isEmpty();
    }
}
