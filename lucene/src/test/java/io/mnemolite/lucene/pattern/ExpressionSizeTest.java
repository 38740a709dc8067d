package io.mnemolite.lucene.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionSizeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc",
                "a{100}",
                "(a{10}){10}",
                "(ab|cd){50}x",
                "[a-z]{3,9}",
                "a{x}",
                "a*b+c?",
                "((a|b){2,7}c){5}",
                "\\d{20}",
                "[]{9}]{30}"
            })
    void of_anExpression_isNotBelowItsProgram(String expression) {
        int program = Pattern.compile(expression).programSize();

        assertThat(ExpressionSize.of(expression) + 4).isBetween((long) program, 4L * program + 16);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "((((a{100}){100}){100}){100})",
                "(((((((((a{1000}){1000}){1000}){1000}){1000}){1000}){1000}){1000}){1000})",
                "(((a{100}){100}){100}"
            })
    void of_repeatedRepetitions_isLargeAtOnce(String expression) {
        assertThat(ExpressionSize.of(expression)).isGreaterThan(900_000);
    }
}
