package io.mnemolite.server.web.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.core.graph.GraphCensus;
import io.mnemolite.core.graph.GraphCensus.Tally;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TypeMarksTest {

    @Test
    void eightMostFrequentTypes_haveMarksOfTheirOwn() {
        TypeMarks marks = new TypeMarks(census("a", "b", "c", "d", "e", "f", "g", "h", "i", "j"));

        assertThat(Stream.of("a", "b", "c", "d", "e", "f", "g", "h").map(marks::of))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 8).boxed().toList());
        assertThat(marks.of("i")).isZero();
        assertThat(marks.of("unheard of")).isZero();
    }

    @Test
    void typeOfAnotherHash_keepsItsMarkWhenAnotherBecomesMoreFrequent() {
        TypeMarks before = new TypeMarks(census("person", "project"));
        TypeMarks after = new TypeMarks(census("project", "person"));

        assertThat(List.of(after.of("person"), after.of("project")))
                .isEqualTo(List.of(before.of("person"), before.of("project")));
    }

    @Test
    void chosenTypes_comeFirst_alsoThoseThatNothingBears() {
        TypeChoice choice = TypeChoice.of(
                census(IntStream.range(0, 20).mapToObj(i -> "type" + i).toArray(String[]::new)),
                Set.of("type15", "nothing"));

        assertThat(choice.types().subList(0, 3).stream().map(TypeChoice.Type::value))
                .containsExactly("type15", "nothing", "type0");
        assertThat(choice.types()).hasSize(12);
        assertThat(choice.more()).hasSize(9).noneMatch(TypeChoice.Type::chosen);
        assertThat(choice.names()).doesNotContain("nothing");
    }

    private static GraphCensus census(String... types) {
        return new GraphCensus(
                types.length,
                0,
                Stream.of(types).map(type -> new Tally(type, 1)).toList(),
                List.of());
    }
}
