package io.mnemolite.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void wellFormed_ofWellFormedText_isTheSame() {
        String text = "plain, \u0000, 記憶 and \uD83D\uDE42";

        assertThat(PlainText.wellFormed(text, 100)).isSameAs(text);
    }

    @Test
    void wellFormed_replacesLoneSurrogatesOnly() {
        assertThat(PlainText.wellFormed("\uD83Da\uDE42b\uD83D\uDE42c\uD83D", 100))
                .isEqualTo("\uFFFDa\uFFFDb\uD83D\uDE42c\uFFFD");
    }

    @Test
    void wellFormed_cutsAtTheLimit() {
        assertThat(PlainText.wellFormed("abcdef", 3)).isEqualTo("abc");
        assertThat(PlainText.wellFormed("abcdef", 6)).isEqualTo("abcdef");
    }

    @Test
    void wellFormed_neverCutsWithinAPair() {
        assertThat(PlainText.wellFormed("ab\uD83D\uDE42c", 3)).isEqualTo("ab");
        assertThat(PlainText.wellFormed("ab\uD83D\uDE42c", 4)).isEqualTo("ab\uD83D\uDE42");
    }
}
