package io.mnemolite.load.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.load.result.Sample.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TallyTest {

    @Test
    void percentile_hundredTimes_isTheOneOfThatRank() {
        long[] times =
                LongStream.rangeClosed(1, 100).map(millis -> millis * 1_000_000).toArray();
        assertThat(Tally.percentile(times, 50)).isEqualTo(50);
        assertThat(Tally.percentile(times, 99)).isEqualTo(99);
        assertThat(Tally.percentile(times, 100)).isEqualTo(100);
    }

    @Test
    void percentile_fewTimes_isNeverBeyondThem() {
        assertThat(Tally.percentile(new long[] {3_000_000}, 99)).isEqualTo(3);
        assertThat(Tally.percentile(new long[] {3_000_000, 5_000_000}, 50)).isEqualTo(3);
        assertThat(Tally.percentile(new long[] {3_000_000, 5_000_000}, 51)).isEqualTo(5);
        assertThat(Tally.percentile(new long[] {}, 99)).isZero();
    }

    @Test
    void of_quickRefusals_doNotFlatterPercentiles() {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            samples.add(sample(200, Outcome.ANSWERED));
        }
        for (int i = 0; i < 90; i++) {
            samples.add(sample(1, Outcome.REFUSED));
        }
        Tally tally = Tally.of("peak", 10, samples);
        assertThat(tally.p50()).isEqualTo(200);
        assertThat(tally.refused()).isEqualTo(90);
        assertThat(tally.rate()).isEqualTo(10);
        assertThat(tally.goodput()).isEqualTo(1);
    }

    @Test
    void of_requestsThatStillWait_countAsSlowAsTheyWaited() {
        Tally tally = Tally.of("step", 1, List.of(sample(5, Outcome.ANSWERED), sample(9_000, Outcome.PENDING)));
        assertThat(tally.p99()).isEqualTo(9_000);
        assertThat(tally.pending()).isEqualTo(1);
        assertThat(tally.answered()).isEqualTo(1);
    }

    @Test
    void of_failures_areCountedApart() {
        Tally tally = Tally.of("step", 1, List.of(sample(5, Outcome.FAILED), sample(5, Outcome.REFUSED)));
        assertThat(tally.failed()).isEqualTo(1);
        assertThat(tally.refused()).isEqualTo(1);
        assertThat(tally.requests()).isEqualTo(2);
    }

    private static Sample sample(long millis, Outcome outcome) {
        return new Sample(0, 0, millis * 1_000_000, outcome);
    }
}
