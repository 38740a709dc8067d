package io.mnemolite.load.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ZipfTest {

    private static final int DRAWS = 200_000;

    @Test
    void next_exponentOne_eachRankAsOftenAsItsReciprocal() {
        int ranks = 50;
        double harmonic = 0;
        for (int rank = 1; rank <= ranks; rank++) {
            harmonic += 1.0 / rank;
        }
        int[] counts = counts(new Zipf(ranks, 1));
        for (int rank = 0; rank < ranks; rank++) {
            double wanted = DRAWS / ((rank + 1) * harmonic);
            // Five standard deviations: with a fixed seed nothing but another distribution fails.
            assertThat((double) counts[rank]).as("rank %d", rank).isCloseTo(wanted, within(5 * Math.sqrt(wanted)));
        }
    }

    @Test
    void next_exponentZero_allRanksAlike() {
        for (int count : counts(new Zipf(10, 0))) {
            assertThat((double) count).isCloseTo(DRAWS / 10.0, within(5 * Math.sqrt(DRAWS / 10.0)));
        }
    }

    @Test
    void next_oneRank_thatOne() {
        assertThat(new Zipf(1, 1).next(new SplittableRandom(3))).isZero();
    }

    @Test
    void create_noRank_isRejected() {
        assertThatThrownBy(() -> new Zipf(0, 1)).hasMessage("A Zipf distribution needs at least 1 rank, not 0.");
    }

    private static int[] counts(Zipf zipf) {
        int[] counts = new int[50];
        SplittableRandom random = new SplittableRandom(7);
        for (int draw = 0; draw < DRAWS; draw++) {
            counts[zipf.next(random)]++;
        }
        return Arrays.copyOf(counts, highest(counts) + 1);
    }

    private static int highest(int[] counts) {
        int highest = 0;
        for (int rank = 0; rank < counts.length; rank++) {
            highest = counts[rank] > 0 ? rank : highest;
        }
        return highest;
    }
}
