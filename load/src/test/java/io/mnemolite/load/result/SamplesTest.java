package io.mnemolite.load.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.load.result.Sample.Outcome;
import org.junit.jupiter.api.Test;

class SamplesTest {

    private static final long SECOND = 1_000_000_000;

    /** The clock has any origin. */
    private static final long START = -5 * SECOND;

    @Test
    void between_aSpan_hasWhatBeganInIt() {
        Samples samples = new Samples();
        for (int second = 0; second < 10_000; second++) {
            int place = samples.begin(second % 7, START + second * SECOND);
            samples.end(place, START + second * SECOND + 3, Outcome.ANSWERED);
        }
        assertThat(samples.between(5_000, 5_002, START))
                .containsExactly(
                        new Sample(5_000 % 7, 5_000 * SECOND, 3, Outcome.ANSWERED),
                        new Sample(5_001 % 7, 5_001 * SECOND, 3, Outcome.ANSWERED));
    }

    @Test
    void between_noAnswerYet_isPendingSinceItsBegin() {
        Samples samples = new Samples();
        samples.begin(4, START);
        assertThat(samples.between(0, 1, START + 8 * SECOND))
                .containsExactly(new Sample(4, 0, 8 * SECOND, Outcome.PENDING));
    }

    @Test
    void seconds_beforeAndAfterTheFirst_countFromIt() {
        Samples samples = new Samples();
        assertThat(samples.seconds(START + SECOND)).isZero();
        samples.begin(0, START);
        assertThat(samples.seconds(START + SECOND)).isEqualTo(1);
    }
}
