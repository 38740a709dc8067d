package io.mnemolite.lucene.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsQueryTest {

    private final WordsQuery words = new WordsQuery("t");

    @ParameterizedTest
    @CsvSource(delimiter = '=', quoteCharacter = '`', textBlock = """
            zebra                = t:zebra
            zebra zebra Zebras   = t:zebra
            zebra AND NOT lion   = t:zebra t:and t:not t:lion
            +zebra -lion "a b"~2 = t:zebra t:lion t:a t:b t:2
            title:(zebra* OR ?)  = t:titl t:zebra t:or
            getUser              = t:getus t:get t:user
            a getUser            = t:a t:getus t:get t:user
            _private             = t:privat
            """)
    void everythingIsAWord(String text, String query) {
        assertThat(words.of(text)).hasToString(query);
    }

    @Test
    void noWord_matchesNothing() {
        assertThat(words.of(" * \"\" ?")).isInstanceOf(MatchNoDocsQuery.class);
        assertThat(words.of("")).isInstanceOf(MatchNoDocsQuery.class);
    }

    @Test
    void ofManyWords_theFirstAreLookedFor() {
        String many = IntStream.range(0, 10_000).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));

        BooleanQuery query = (BooleanQuery) words.of("zebra " + many);

        assertThat(query.clauses()).hasSizeBetween(100, WordsQuery.MAX_TERMS);
        assertThat(query.clauses().getFirst().query()).isEqualTo((Query) new TermQuery(new Term("t", "zebra")));
    }

    @Test
    void megabytesOfOneWord_areOneTerm() {
        assertThat(words.of("zebra ".repeat(1_000_000))).hasToString("t:zebra");
    }
}
