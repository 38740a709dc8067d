package io.mnemolite.lucene.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionWordsTest {

    @ParameterizedTest
    @CsvSource(
            value = {
                "Gets the size of a map., Gets size map.",
                "isEmpty to_do the_end, isEmpty to_do the_end",
                "The name, name",
                "name of, name"
            })
    void without_functionWords_keepsTheOthers(String text, String kept) {
        assertThat(FunctionWords.without(text)).isEqualToNormalizingWhitespace(kept);
    }

    @Test
    void without_noOtherWord_isTheTextItself() {
        assertThat(FunctionWords.without("if this or that")).isEqualTo("if this or that");
        assertThat(FunctionWords.without("to (")).isEqualTo("to (");
        assertThat(FunctionWords.without("")).isEmpty();
    }
}
