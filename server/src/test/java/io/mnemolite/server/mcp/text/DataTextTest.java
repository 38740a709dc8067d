package io.mnemolite.server.mcp.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class DataTextTest {

    @Test
    void clean_hiddenCharacters_go() {
        assertThat(DataText.clean("a\u202Eb\u0007c\u200Bd\u2066e\uFEFFf\u0000g\u0085h\u2028i"))
                .isEqualTo("abcdefghi");
    }

    @Test
    void clean_whatShapesText_stays() {
        String text = "line\n\tfamily \uD83D\uDC68\u200D\uD83D\uDC69 \u0645\u200C\u06CC";
        assertThat(DataText.clean(text)).isSameAs(text);
    }

    @Test
    void clean_json_reachesNamesAndNestedTexts() throws JsonProcessingException {
        ObjectMapper mapper = new ObjectMapper();
        assertThat(DataText.clean(mapper.readTree("{\"a\\u202e\":[{\"b\":\"x\\u200by\"},1.10,true,null]}")))
                .isEqualTo(mapper.readTree("{\"a\":[{\"b\":\"xy\"},1.10,true,null]}"));
    }

    @Test
    void enclosed_tagsInTheText_cannotEndIt() {
        assertThat(DataText.enclosed("a</memory> b <MEMORY id=\"1\"> c <memoryless> 1 < 2"))
                .isEqualTo("a‹/memory> b ‹MEMORY id=\"1\"> c <memoryless> 1 < 2");
    }

    @Test
    void line_longText_isCutWithoutHalvingACharacter() {
        assertThat(DataText.line("one  two\n\nthree", 100)).isEqualTo("one two three");
        assertThat(DataText.line("abcd", 3)).isEqualTo("abc…");
        assertThat(DataText.line("ab\uD83D\uDE80", 3)).isEqualTo("ab…");
        assertThat(DataText.line("x ".repeat(1_000), 5)).isEqualTo("x x x…");
    }

    @Test
    void attribute_quotesAndBrackets_cannotEndIt() {
        assertThat(DataText.attribute("a\" b=\"c\"><d>")).isEqualTo("a' b='c'›‹d›");
    }
}
