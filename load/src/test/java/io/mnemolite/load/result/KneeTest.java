package io.mnemolite.load.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KneeTest {

    @Test
    void of_risingSteps_namesLastHeldFirstSlowFirstRefused() {
        Knee knee = Knee.of(List.of(step(100, 20, 0), step(125, 80, 0), step(156, 130, 0), step(195, 900, 40)));
        assertThat(knee.lastHeld()).hasValue(125);
        assertThat(knee.firstSlow()).hasValue(156);
        assertThat(knee.firstRefused()).hasValue(195);
        assertThat(knee.sentence())
                .isEqualTo("Last rate held 125/s; first with p99 above 100 ms 156/s; first with refusals 195/s.");
    }

    @Test
    void of_nothingHeld_hasNoLastRate() {
        Knee knee = Knee.of(List.of(step(100, 200, 0), step(125, 300, 0)));
        assertThat(knee.lastHeld()).isEmpty();
        assertThat(knee.firstSlow()).hasValue(100);
        assertThat(knee.sentence()).startsWith("Last rate held none;");
    }

    @Test
    void isPassed_oneSlowStepAmongHeldOnes_isNotYet() {
        assertThat(Knee.isPassed(List.of(step(100, 200, 0), step(125, 20, 0), step(156, 200, 0))))
                .isFalse();
    }

    @Test
    void isPassed_twoStepsInARowNotHeld_isSo() {
        assertThat(Knee.isPassed(List.of(step(100, 20, 0), step(125, 101, 0), step(156, 20, 1))))
                .isTrue();
        assertThat(Knee.isPassed(List.of())).isFalse();
        assertThat(Knee.isPassed(List.of(step(100, 200, 0)))).isFalse();
    }

    @Test
    void isReached_fewerThanChanceExplains_isNot() {
        Phase phase = Phase.constant("400/s", 10, 400);
        assertThat(new PhaseResult(phase, tally(3_990, 10, 0)).isReached()).isTrue();
        assertThat(new PhaseResult(phase, tally(3_600, 10, 0)).isReached()).isFalse();
        assertThat(new PhaseResult(phase, tally(3_600, 10, 0)).isHeld()).isFalse();
    }

    private static PhaseResult step(int rate, double p99, int refused) {
        return new PhaseResult(Phase.constant(rate + "/s", 10, rate), tally(10 * rate, p99, refused));
    }

    private static Tally tally(int requests, double p99, int refused) {
        return new Tally("step", 10, requests, requests - refused, refused, 0, 0, 1, 2, p99, 2 * p99);
    }
}
