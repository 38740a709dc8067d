package io.mnemolite.core.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.timing.Phase;
import io.mnemolite.core.timing.RequestPhases;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AsideTest {

    private static final Duration OTHERWISE = Duration.ofDays(1);

    @Test
    void begin_goesOnBesideTheCaller() {
        CompletableFuture<String> said = new CompletableFuture<>();
        Aside<String> aside = Aside.begin(() -> said.join() + " back");
        said.complete("and");
        assertThat(aside.await()).isEqualTo("and back");
    }

    @Test
    void begin_hasTheCallersDeadlineAndPhases() throws Exception {
        RequestPhases phases = new RequestPhases();
        Duration left = Deadline.after(Duration.ofMinutes(1))
                .call(() -> phases.call(() -> Aside.begin(
                                () -> RequestPhases.timed(Phase.EMBEDDING, () -> Deadline.remaining(OTHERWISE)))
                        .await()));
        assertThat(left).isLessThanOrEqualTo(Duration.ofMinutes(1));
        assertThat(phases.nanos(Phase.EMBEDDING)).isPositive();
        assertThat(Aside.begin(() -> Deadline.remaining(OTHERWISE)).await()).isEqualTo(OTHERWISE);
    }

    @Test
    void await_ofAFailure_throwsIt() {
        MnemoliteException failure = new MnemoliteException(ErrorCode.UNAVAILABLE, "The model is away.");
        Aside<String> aside = Aside.begin(() -> {
            throw failure;
        });
        assertThatThrownBy(aside::await).isSameAs(failure);
        Aside<String> broken = Aside.begin(() -> {
            throw new AssertionError("broken");
        });
        assertThatThrownBy(broken::await).isInstanceOf(AssertionError.class).hasMessage("broken");
    }
}
