package io.mnemolite.load.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.load.result.Sample.Outcome;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;

class RecoveryTest {

    private static final int BEFORE = 10;
    private static final int SPIKE_END = 15;
    private static final int END = 30;

    @Test
    void of_backlogThatDrains_isOverWhenWindowsAreAsBefore() {
        Recovery recovery = recovery(second -> second < BEFORE ? 10 : second < 19 ? 500 : 9, Outcome.ANSWERED);
        assertThat(recovery.usualP99()).isEqualTo(10);
        assertThat(recovery.seconds()).hasValue(4);
    }

    @Test
    void of_backAtOnce_isZero() {
        assertThat(recovery(second -> 10, Outcome.ANSWERED).seconds()).hasValue(0);
    }

    @Test
    void of_slowToTheEnd_isEmpty() {
        assertThat(recovery(second -> second < BEFORE ? 10 : 11, Outcome.ANSWERED)
                        .seconds())
                .isEmpty();
    }

    @Test
    void of_refusalsToTheEnd_isEmpty() {
        assertThat(recovery(second -> 10, Outcome.REFUSED).seconds()).isEmpty();
    }

    /** Twenty requests a second; those after the spike end as {@code outcome}. */
    private static Recovery recovery(IntToLongFunction millis, Outcome outcome) {
        Samples samples = new Samples();
        for (int second = 0; second < END; second++) {
            for (int request = 0; request < 20; request++) {
                long begun = second * 1_000_000_000L + request * 50_000_000L;
                int place = samples.begin(0, begun);
                samples.end(
                        place,
                        begun + millis.applyAsLong(second) * 1_000_000,
                        second < SPIKE_END ? Outcome.ANSWERED : outcome);
            }
        }
        return Recovery.of(samples, BEFORE, SPIKE_END, END, END * 1_000_000_000L);
    }
}
