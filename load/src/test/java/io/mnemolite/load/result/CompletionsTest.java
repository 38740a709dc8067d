package io.mnemolite.load.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.load.result.Sample.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompletionsTest {

    private static final long SECOND = 1_000_000_000;

    @Test
    void rate_countsWhenAnswersCame() {
        Completions completions = new Completions(List.of(
                new Sample(0, 0, SECOND, Outcome.ANSWERED),
                new Sample(0, 0, 3 * SECOND, Outcome.ANSWERED),
                new Sample(0, 2 * SECOND, SECOND, Outcome.ANSWERED),
                new Sample(0, 2 * SECOND, SECOND, Outcome.REFUSED),
                new Sample(0, 2 * SECOND, SECOND, Outcome.PENDING)));
        assertThat(completions.rate(0, 2)).isEqualTo(0.5);
        assertThat(completions.rate(2, 3)).isZero();
        assertThat(completions.rate(3, 4)).isEqualTo(2);
        assertThat(completions.highest(List.of(Phase.constant("first", 2, 1), Phase.constant("second", 2, 1))))
                .isEqualTo(1);
    }

    @Test
    void connections_ofSeveralRounds_haveOneMedian() {
        Connections connections = new Connections(List.of(9, 1, 3)).plus(new Connections(List.of(2)));
        assertThat(connections.median()).isEqualTo(2);
        assertThat(connections.highest()).isEqualTo(9);
        assertThat(new Connections(List.of()).median()).isZero();
    }
}
