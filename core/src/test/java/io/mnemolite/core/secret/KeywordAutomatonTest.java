package io.mnemolite.core.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeywordAutomatonTest {

    private static final List<String> KEYWORDS = List.of("aab", "abc", "ba-", "caa", "bb");

    @Test
    void occurrences_areThoseThatALookAtEveryPlaceFinds() {
        long seed = System.nanoTime();
        System.out.println("KeywordAutomatonTest seed " + seed);
        Random random = new Random(seed);
        KeywordAutomaton automaton = new KeywordAutomaton(KEYWORDS);
        for (int run = 0; run < 2_000; run++) {
            String text = text(random);
            assertThat(found(automaton, text)).as(text).isEqualTo(expected(text));
        }
    }

    @Test
    void occurrences_inAnEmptyText_areNone() {
        assertThat(new KeywordAutomaton(KEYWORDS).in("").next()).isFalse();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(40);
        for (int i = 0; i < length; i++) {
            text.append("aaabbbcABC-é\uD83C".charAt(random.nextInt(13)));
        }
        return text.toString();
    }

    private static List<String> found(KeywordAutomaton automaton, String text) {
        List<String> found = new ArrayList<>();
        KeywordAutomaton.Occurrences occurrences = automaton.in(text);
        while (occurrences.next()) {
            found.add(occurrences.start() + " " + KEYWORDS.get(occurrences.keyword()));
        }
        return found;
    }

    private static List<String> expected(String text) {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            for (String keyword : KEYWORDS) {
                if (text.toLowerCase(Locale.ROOT).startsWith(keyword, i)) {
                    expected.add(i + " " + keyword);
                }
            }
        }
        return expected;
    }
}
