package io.mnemolite.core.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameBasedIdTest {

    @Test
    void of_theSameNames_isTheSameIdForEver() {
        assertThat(NameBasedId.of("file", "r", "a.py")).isEqualTo(NameBasedId.of("file", "r", "a.py"));
        assertThat(NameBasedId.of("file", "r", "a.py").version()).isEqualTo(8);
        assertThat(NameBasedId.of("file", "r", "a.py").variant()).isEqualTo(2);
        // Stored ids depend on it.
        assertThat(NameBasedId.of("file", "r", "a.py")).hasToString("e542c1a2-3611-8301-9bc9-5348d09bbb6b");
    }

    @Test
    void of_otherNamesOrCuts_isAnotherId() {
        assertThat(NameBasedId.of("file", "ab", "c")).isNotEqualTo(NameBasedId.of("file", "a", "bc"));
        assertThat(NameBasedId.of("file", "a")).isNotEqualTo(NameBasedId.of("chunk", "a"));
        assertThat(NameBasedId.of("file", "a")).isNotEqualTo(NameBasedId.of("file", "a", ""));
    }
}
