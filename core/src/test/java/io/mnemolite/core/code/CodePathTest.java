package io.mnemolite.core.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodePathTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "src/Main.java", ".github/x.yml", "a b/ü.py", "...", "..a/b..", "C/x"})
    void problem_ofAPathWithinARepository_isNone(String path) {
        assertThat(CodePath.problem(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "  ", "/a", "a//b", "a/", "./a", "a/./b", "..", "../a", "a/../b", "a\\b", "C:/a", "a\0b", "\uD800"
            })
    void problem_ofAnythingElse_isASentence(String path) {
        assertThat(CodePath.problem(path).orElseThrow()).startsWith("The path ").endsWith(".");
    }

    @ParameterizedTest
    @ValueSource(ints = {1_001, 100_000})
    void problem_ofALongPath_namesItsLength(int length) {
        assertThat(CodePath.problem("x".repeat(length)))
                .contains("The path has " + length + " characters, more than 1000; shorten it.");
        assertThat(CodePath.problem("x".repeat(1_000))).isEmpty();
    }
}
