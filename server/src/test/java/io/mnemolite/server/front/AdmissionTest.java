package io.mnemolite.server.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    @Test
    void run_aPlaceIsFree_answersAndGivesThePlaceBack() throws Exception {
        Admission admission = new Admission(1, 0, Duration.ofMinutes(1));

        assertThat(admission.run(admission::executing)).isEqualTo(1);
        assertThat(admission.executing()).isZero();
        assertThat(admission.refused()).isZero();
    }

    @Test
    void run_nobodyMayWait_refusesAndCounts() throws Exception {
        Admission admission = new Admission(1, 0, Duration.ofMinutes(1));

        admission.run(() -> {
            assertThatThrownBy(() -> admission.run(() -> "never"))
                    .isInstanceOf(MnemoliteException.class)
                    .hasMessageContaining("Too many requests wait already (0)")
                    .extracting(failure -> ((MnemoliteException) failure).code())
                    .isEqualTo(ErrorCode.OVERLOADED);
            return "done";
        });

        assertThat(admission.refused()).isEqualTo(1);
        assertThat(admission.waiting()).isZero();
    }

    @Test
    void run_noPlaceBecomesFreeInTime_refusesAndCounts() throws Exception {
        Admission admission = new Admission(1, 1, Duration.ofMillis(1));

        admission.run(() -> {
            assertThatThrownBy(() -> admission.run(() -> "never"))
                    .isInstanceOf(MnemoliteException.class)
                    .hasMessageContaining("No place among the 1 concurrent requests");
            return "done";
        });

        assertThat(admission.refused()).isEqualTo(1);
    }
}
