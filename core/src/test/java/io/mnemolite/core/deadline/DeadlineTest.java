package io.mnemolite.core.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void remaining_withoutADeadline_isTheOtherwise() {
        assertThat(Deadline.remaining(MINUTE)).isEqualTo(MINUTE);
    }

    @Test
    void remaining_isWhatTheDeadlineLeaves() throws Exception {
        Duration remaining = Deadline.after(Duration.ofSeconds(30)).call(() -> Deadline.remaining(MINUTE));

        assertThat(remaining).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void remaining_isAtMostTheOtherwise() throws Exception {
        Duration remaining = Deadline.after(Duration.ofHours(1)).call(() -> Deadline.remaining(MINUTE));

        assertThat(remaining).isEqualTo(MINUTE);
    }

    @Test
    void remaining_afterTheDeadline_fails() {
        Deadline passed = Deadline.after(Duration.ofNanos(-1));

        assertThatThrownBy(() -> passed.call(() -> Deadline.remaining(MINUTE)))
                .isInstanceOfSatisfying(
                        MnemoliteException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.DEADLINE_EXCEEDED))
                .hasMessage("The request took longer than its deadline and was given up;"
                        + " try again, or ask for less at once.");
    }

    @Test
    void call_bindsTheDeadlineForTheCallAlone() throws Exception {
        Deadline.after(Duration.ofSeconds(1)).call(() -> Deadline.remaining(MINUTE));

        assertThat(Deadline.remaining(MINUTE)).isEqualTo(MINUTE);
    }

    @Test
    void call_throwsWhatTheWorkThrows() {
        assertThatThrownBy(() -> Deadline.after(MINUTE).call(() -> {
                    throw new IOException("broken");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("broken");
    }
}
