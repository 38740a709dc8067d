package io.mnemolite.cli;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class WarmUpTest {

    @Test
    void warmUp_needsNoServer() {
        assertThatCode(WarmUp::run).doesNotThrowAnyException();
    }
}
