package io.mnemolite.server.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.MatchResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordMarksTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "retry | Retries were retried; a retry | Retries,retried,retry",
                "the storms of | The storm and the brainstorm | storm",
                "größe | GRÖSSE Größe Übergröße | Größe",
                "a.*b( | a.*b( b | b,b",
                "order_id | order_id ORDER_ID | order_id,ORDER_ID",
                "store | stored storing stores restore | stored,storing,stores",
            })
    void words_areFoundWithOtherEndings(String query, String text, String found) {
        assertThat(WordMarks.of(query).matcher(text).results().map(MatchResult::group))
                .containsExactly(found.split(","));
    }
}
