package io.mnemolite.lucene.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.core.code.text.TextPattern;
import io.mnemolite.core.code.text.TextPattern.Span;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinearPatternsTest {

    private final LinearPatterns patterns = new LinearPatterns();

    @Test
    void literal_isNoExpression() {
        assertThat(patterns.literal("a.b(", true).find("xa.b(", 0)).isEqualTo(new Span(1, 5));
        assertThat(patterns.literal("a.b", true).find("aXb", 0)).isNull();
        assertThat(patterns.literal("A.b", true).find("a.b", 0)).isNull();
        assertThat(patterns.literal("A.b", false).find("xa.B", 0)).isEqualTo(new Span(1, 4));
        assertThat(patterns.literal("\\E", false).find("x\\e", 0)).isEqualTo(new Span(1, 3));
    }

    @Test
    void regex_anchorsAreTheEndsOfLines() {
        TextPattern pattern = patterns.regex("^b.$", true);

        assertThat(pattern.find("a\nbc\nbd", 0)).isEqualTo(new Span(2, 4));
        assertThat(pattern.find("a\nbc\nbd", 3)).isEqualTo(new Span(5, 7));
        assertThat(pattern.find("a", 1)).isNull();
        assertThat(pattern.find("a", 2)).isNull();
        assertThat(patterns.regex("B", false).find("ab", 0)).isEqualTo(new Span(1, 2));
    }

    @Test
    void regex_thatBlowsUpElsewhere_isLinear() {
        assertThat(patterns.regex("(a|aa)*(a|aa)*c", true).find("a".repeat(50_000), 0))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "a**b(", "[z-a]", "\\1", "(?<=a)b", "a{2,1}", "((((a{100}){100}){100}){100})", "\\"})
    void regex_unusable_isASentence(String expression) {
        assertThatThrownBy(() -> patterns.regex(expression, true))
                .isInstanceOfSatisfying(MnemoliteException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.INVALID_VALUE);
                    assertThat(e.sentence())
                            .startsWith("The pattern '" + expression + "' is no usable regular expression: ")
                            .endsWith(".");
                });
    }
}
