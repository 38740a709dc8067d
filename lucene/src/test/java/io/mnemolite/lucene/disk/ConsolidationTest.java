package io.mnemolite.lucene.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsolidationTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            '',                   false
            100000,               false
            10 10,                true
            100000 19999,         false
            100000 20000,         true
            5000 99999 9000 6000, true
            10000 10000 10000,    true
            1000000 1 1 1 1 1 1,  false
            """)
    void isDue_whenTheOthersHoldAFifthOfTheLargest(String sizes, boolean due) {
        List<Integer> segments = Stream.of(sizes.split(" "))
                .filter(size -> !size.isEmpty())
                .map(Integer::valueOf)
                .toList();

        assertThat(Consolidation.isDue(segments)).isEqualTo(due);
    }
}
