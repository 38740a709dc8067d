package io.mnemolite.deployment.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RatioTest {

    private static double[] all(int count, double value) {
        double[] values = new double[count];
        Arrays.fill(values, value);
        return values;
    }

    @Test
    void of_equalRatios_hasNoWidth() {
        Ratio ratio = Ratio.of(all(10, 110), all(10, 100));

        assertThat(ratio.mean()).isCloseTo(1.1, within(1e-12));
        assertThat(ratio.high() - ratio.low()).isCloseTo(0, within(1e-9));
        assertThat(ratio.isCertain()).isTrue();
    }

    /** By hand: logarithms ln 2 and ln 8 have the mean ln 4 and the standard error ln 2; t is 12.706. */
    @Test
    void of_twoPairs_isStudentsInterval() {
        Ratio ratio = Ratio.of(new double[] {2, 8}, new double[] {1, 1});

        assertThat(ratio.mean()).isCloseTo(4, within(1e-9));
        assertThat(ratio.low()).isCloseTo(4 * Math.pow(2, -12.706), within(1e-9));
        assertThat(ratio.isCertain()).isFalse();
        assertThat(ratio).hasToString("4.000 [0.001, 26726.809], no certain difference");
    }

    @Test
    void of_onePair_isThatPair() {
        assertThat(Ratio.of(new double[] {3}, new double[] {2})).isEqualTo(new Ratio(1.5, 1.5, 1.5));
    }

    @Test
    void of_noDifference_isCertainOfOneInOneOfTwenty() {
        SplittableRandom random = new SplittableRandom(7);
        int certain = 0;
        for (int run = 0; run < 2_000; run++) {
            double[] one = random.doubles(10, 90, 110).toArray();
            double[] other = random.doubles(10, 90, 110).toArray();
            certain += Ratio.of(one, other).isCertain() ? 1 : 0;
        }
        assertThat(certain).isBetween(60, 145);
    }
}
