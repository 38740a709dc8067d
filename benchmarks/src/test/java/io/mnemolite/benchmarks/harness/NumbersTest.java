package io.mnemolite.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    /** 20 down to 1. */
    private static final List<Double> TWENTY =
            IntStream.rangeClosed(1, 20).mapToObj(i -> 21.0 - i).toList();

    @ParameterizedTest
    @CsvSource({"0, 1", "5, 1", "5.1, 2", "50, 10", "95, 19", "95.1, 20", "99, 20", "100, 20"})
    void percentile_isTheLeastValueThatSoManyDoNotExceed(double percentile, double expected) {
        assertThat(Numbers.percentile(TWENTY, percentile)).isEqualTo(expected);
    }

    @Test
    void percentile_ofOneValue_isThatValue() {
        assertThat(Numbers.percentile(List.of(7.0), 1)).isEqualTo(7);
        assertThat(Numbers.percentile(List.of(7.0), 99)).isEqualTo(7);
    }

    @Test
    void median_isTheMiddleOrBetweenTheTwoInTheMiddle() {
        assertThat(Numbers.median(List.of(9.0, 1.0, 2.0))).isEqualTo(2);
        assertThat(Numbers.median(List.of(9.0, 1.0, 2.0, 4.0))).isEqualTo(3);
    }

    @Test
    void list_keepsTheOrderAndWritesPoints() {
        assertThat(Numbers.list(List.of(2.0, 1.25), "%.2f")).isEqualTo("2.00, 1.25");
        assertThat(Numbers.list(List.of(), "%.2f")).isEmpty();
    }
}
