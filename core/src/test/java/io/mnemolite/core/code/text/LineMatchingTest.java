package io.mnemolite.core.code.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.core.code.text.TextAnswer.LineMatch;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineMatchingTest {

    private static TextPattern literal(String piece) {
        return (text, from) -> {
            int start = text.toString().indexOf(piece, from);
            return start < 0 ? null : new TextPattern.Span(start, start + piece.length());
        };
    }

    private static List<LineMatch> find(String text, String piece, int context) {
        return new LineMatching(text).find(literal(piece), context, 100, offset -> true);
    }

    @Test
    void find_eachLineOnceWithItsSurroundings() {
        String text = "one\ntwo x x\r\nthree\nfour x\n";

        assertThat(find(text, "x", 1))
                .containsExactly(
                        new LineMatch(2, 2, 5, "two x x", List.of("one"), List.of("three")),
                        new LineMatch(4, 4, 6, "four x", List.of("three"), List.of()));
    }

    @Test
    void find_overSeveralLines_goesOnBehindThem() {
        assertThat(find("a\nb\na\nb", "a\nb", 0))
                .containsExactly(
                        new LineMatch(1, 2, 1, "a", List.of(), List.of()),
                        new LineMatch(3, 4, 1, "a", List.of(), List.of()));
    }

    @Test
    void find_inAVeryLongLine_showsWhatLiesAround() {
        LineMatch match =
                find("y".repeat(100_000) + "x" + "z".repeat(100_000), "x", 0).getFirst();

        assertThat(match.column()).isEqualTo(100_001);
        assertThat(match.text())
                .hasSize(LineMatching.LONGEST_LINE + 2)
                .startsWith("…y")
                .contains("yxz")
                .endsWith("z…");
    }

    @Test
    void find_anEmptyMatch_isOnePerLine() {
        TextPattern everywhere = (text, from) -> new TextPattern.Span(from, from);

        assertThat(new LineMatching("a\n\nb\n").find(everywhere, 0, 100, offset -> true))
                .extracting(LineMatch::line)
                .containsExactly(1, 2, 3);
        assertThat(new LineMatching("").find(everywhere, 0, 100, offset -> true))
                .isEmpty();
    }

    @Test
    void find_stopsAtTheLimitAndLeavesOutWhatDoesNotCount() {
        List<LineMatch> some = new LineMatching("x\nx\nx\nx").find(literal("x"), 0, 2, offset -> offset > 0);

        assertThat(some).extracting(LineMatch::line).containsExactly(2, 3);
    }
}
