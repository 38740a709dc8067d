package io.mnemolite.contract.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.contract.fixture.EventSample;
import io.mnemolite.contract.fixture.Json;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.search.IndexCandidate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lexical channel. */
public abstract class LexicalPromises extends IndexPromises {

    @Test
    void lexical_offersEventsThatHoldAnyOfTheWords() {
        EventSample zebra = EventSample.text("a zebra at night");
        EventSample giraffe = EventSample.text("a giraffe at noon");
        EventSample neither = EventSample.text("an elephant");
        apply(zebra, giraffe, neither);

        assertThat(lexical("zebra giraffe")).containsExactlyInAnyOrder(zebra.id(), giraffe.id());
        assertThat(lexical("hippopotamus")).isEmpty();
    }

    @Test
    void lexical_readsEveryStringOfTheContent() {
        EventSample nested = EventSample.text("plain")
                .withContent(Json.object("{a: {b: ['zebra', {c: 'giraffe'}]}, title: 'elephant', n: 7}"));
        apply(nested);

        assertThat(lexical("zebra")).containsExactly(nested.id());
        assertThat(lexical("giraffe")).containsExactly(nested.id());
        assertThat(lexical("elephant")).containsExactly(nested.id());
    }

    @Test
    void lexical_doesNotMindCase() {
        EventSample sample = EventSample.text("The ZEBRA and the Élan");
        apply(sample);

        assertThat(lexical("zebra")).containsExactly(sample.id());
        assertThat(lexical("Zebra")).containsExactly(sample.id());
        assertThat(lexical("éLAN")).containsExactly(sample.id());
    }

    @Test
    void lexical_ranksMoreOfTheWordsHigher() {
        EventSample one = EventSample.text("zebra plain words here");
        EventSample two = EventSample.text("zebra giraffe words here");
        apply(one, two, EventSample.text("elephant plain words here"));

        assertThat(lexical("zebra giraffe")).containsExactly(two.id(), one.id());
    }

    @Test
    void lexical_ranksRarerWordsHigher() {
        EventSample rare = EventSample.text("giraffe stands here");
        apply(rare);
        for (int i = 0; i < 5; i++) {
            apply(EventSample.text("zebra stands here"));
        }

        assertThat(lexical("zebra giraffe").getFirst()).isEqualTo(rare.id());
    }

    @Test
    void lexical_ranksShorterTextsAndRepeatedWordsHigher() {
        EventSample shorter = EventSample.text("zebra");
        EventSample longer = EventSample.text("zebra " + "filler ".repeat(60));
        EventSample often = EventSample.text("zebra zebra zebra zebra");
        apply(longer, shorter, often);

        assertThat(lexical("zebra").getLast()).isEqualTo(longer.id());
        assertThat(lexical("zebra").getFirst()).isEqualTo(often.id());
    }

    @Test
    void lexical_ofEqualScores_ordersById() {
        for (int number : new int[] {5, 3, 9, 1, 7}) {
            apply(EventSample.text("the same zebra").withId(EventSample.id(number)));
        }

        assertThat(lexical("zebra"))
                .containsExactly(
                        EventSample.id(1), EventSample.id(3), EventSample.id(5), EventSample.id(7), EventSample.id(9));
        assertThat(ids(offered(snapshot -> snapshot.lexical("zebra", 2, EventFilter.ALL))))
                .containsExactly(EventSample.id(1), EventSample.id(3));
    }

    @Test
    void lexical_givesAtMostTheCountBestFirstWithPositiveScores() {
        for (int i = 0; i < 20; i++) {
            apply(EventSample.text("zebra " + "filler ".repeat(i)));
        }

        List<IndexCandidate> all = offered(snapshot -> snapshot.lexical("zebra", 100, EventFilter.ALL));
        List<IndexCandidate> some = offered(snapshot -> snapshot.lexical("zebra", 7, EventFilter.ALL));

        assertThat(all)
                .hasSize(20)
                .allSatisfy(candidate -> assertThat(candidate.score()).isPositive());
        assertThat(all.stream().map(candidate -> -candidate.score())).isSorted();
        assertThat(some).isEqualTo(all.subList(0, 7));
    }

    @Test
    void countLexical_countsUpToTheLimit() {
        for (int i = 0; i < 20; i++) {
            apply(EventSample.text("zebra number " + i));
        }
        apply(EventSample.text("giraffe"));

        assertThat(counted(snapshot -> snapshot.countLexical("zebra", 1000, EventFilter.ALL)))
                .isEqualTo(20);
        assertThat(counted(snapshot -> snapshot.countLexical("zebra", 7, EventFilter.ALL)))
                .isEqualTo(7);
        assertThat(counted(snapshot -> snapshot.countLexical("hippopotamus", 7, EventFilter.ALL)))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\"", "()", "*", "?!", "--", "\\", "\u0000"})
    void lexical_withoutAnyWord_offersNothing(String words) {
        apply(EventSample.text("zebra * ? \" ( ) \\"));

        assertThat(lexical(words)).isEmpty();
        assertThat(counted(snapshot -> snapshot.countLexical(words, 10, EventFilter.ALL)))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"zebra",
                "zebra AND (",
                "field: zebra",
                "zebra~ *",
                "+zebra -",
                "[zebra TO",
                "zebra^9999999999",
                "\\zebra\\",
                "zebra\u0000"
            })
    void lexical_ofQuerySyntax_takesItAsWords(String words) {
        EventSample sample = EventSample.text("zebra");
        apply(sample);

        assertThat(lexical(words)).containsExactly(sample.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"記憶", "память", "ذاكرة", "ngữ", "größe", "naïve", "x1", "42"})
    void lexical_findsWordsOfAnyScript(String word) {
        EventSample sample = EventSample.text(word);
        apply(sample, EventSample.text("zebra"));

        assertThat(lexical(word)).containsExactly(sample.id());
    }

    @Test
    void lexical_ofManyWords_isAnswered() {
        EventSample sample = EventSample.text("zebra");
        apply(sample);
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            words.append("word").append(i).append(' ');
        }

        assertThat(lexical("zebra " + words)).containsExactly(sample.id());
    }

    @Test
    void lexical_ofHugeTexts_findsTheirWords() {
        EventSample sample = EventSample.text("x".repeat(100_000) + " zebra " + "filler ".repeat(20_000) + " giraffe");
        apply(sample);

        assertThat(lexical("zebra")).containsExactly(sample.id());
        assertThat(lexical("giraffe")).containsExactly(sample.id());
    }
}
