package io.mnemolite.deployment.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final Limits LIMITS = new Limits(0.01, 3, 100);
    private static final Measured BEFORE = Measured.of(millis(1_000, 10, 0), 0);

    /** So many probes of 5 ms, but {@code slow} of 50 s. */
    private static double[] millis(int count, double usual, int slow) {
        double[] millis = new double[count];
        Arrays.fill(millis, usual);
        Arrays.fill(millis, 0, slow, 50_000);
        return millis;
    }

    private static Measured now(double[] millis, double errorRate) {
        return Measured.of(millis, errorRate);
    }

    @Test
    void of_hundredNumbers_p99IsTheSecondLargest() {
        double[] millis = new double[100];
        Arrays.setAll(millis, i -> 100 - i);

        assertThat(Measured.of(millis, 0).p99Millis()).isEqualTo(99);
        assertThat(Measured.of(millis, 0).slower(50)).isEqualTo(50);
    }

    @Test
    void of_nothing_isZero() {
        assertThat(Measured.of(new double[0], 0)).isEqualTo(Measured.of(0, 0));
    }

    @Test
    void latencyMillis_fastBefore_isTheFloor() {
        assertThat(LIMITS.latencyMillis(BEFORE)).isEqualTo(100);
        assertThat(LIMITS.latencyMillis(Measured.of(80, 0))).isEqualTo(240);
    }

    @Test
    void objection_asBefore_isNone() {
        assertThat(LIMITS.objection(BEFORE, now(millis(1_000, 20, 10), 0.01))).isEmpty();
    }

    @Test
    void objection_moreThanOnePercentSlow_namesBothFigures() {
        assertThat(LIMITS.objection(BEFORE, now(millis(1_000, 20, 11), 0)))
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .isEqualTo("The p99 is 50000.0 ms, 10.0 ms before; up to 100.0 ms is let pass."));
    }

    @Test
    void objection_twoSlowOfFew_isNone() {
        assertThat(LIMITS.objection(BEFORE, now(millis(10, 20, 2), 0))).isEmpty();
        assertThat(LIMITS.objection(BEFORE, now(millis(10, 20, 3), 0))).isPresent();
        assertThat(LIMITS.objection(BEFORE, now(millis(5, 20, 2), 0))).isPresent();
    }

    @Test
    void objection_errors_areComparedWithThoseBefore() {
        Measured failing = Measured.of(10, 0.5);

        assertThat(LIMITS.objection(BEFORE, now(millis(100, 20, 0), 0.02))).isPresent();
        assertThat(LIMITS.objection(failing, now(millis(100, 20, 0), 0.5))).isEmpty();
    }
}
