package io.mnemolite.lucene.code.terms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordTrigramsTest {

    @Test
    void distinct_aWord_isPaddedAndInLowerCase() {
        assertThat(WordTrigrams.distinct("Add", 10)).containsExactly("  a", " ad", "add", "dd ");
    }

    @Test
    void distinct_severalWords_doNotRunIntoEachOther() {
        assertThat(WordTrigrams.distinct("(ab) ab_C", 10)).containsExactly("  a", " ab", "ab ", "  c", " c ");
    }

    @Test
    void distinct_nothing_isEmpty() {
        assertThat(WordTrigrams.distinct(" \n(){}", 10)).isEmpty();
        assertThat(WordTrigrams.distinct("", 10)).isEmpty();
    }

    @Test
    void distinct_stopsAtTheLimit() {
        assertThat(WordTrigrams.distinct("abcdefgh", 3)).containsExactly("  a", " ab", "abc");
    }

    @Test
    void ofText_ignoresCaseAndKeepsSigns() {
        assertThat(TextTrigrams.of("A(b")).containsExactlyElementsOf(TextTrigrams.of("a(B"));
        assertThat(TextTrigrams.of("K\u212AKk")).hasSize(1);
        assertThat(TextTrigrams.of("ab")).isEmpty();
    }
}
