package io.mnemolite.core.operation.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleHistoryTest {

    private final SampleHistory history = new SampleHistory();

    @Test
    void newHistory_isEmpty() {
        assertThat(history.samples()).isEmpty();
    }

    @Test
    void samplesOfTheLastHour_areAllThere() {
        add(0, 3_600, 10);

        assertThat(seconds()).hasSize(361).startsWith(0L, 10L).endsWith(3_590L, 3_600L);
    }

    @Test
    void olderSamples_areThereEachFiveMinutes_forADay_inBoundedNumber() {
        add(0, 3 * 86_400, 10);

        List<Long> seconds = seconds();
        assertThat(seconds).isSorted().doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(362 + 290);
        assertThat(seconds.getLast()).isEqualTo(3 * 86_400);
        assertThat(seconds.getFirst()).isEqualTo(2 * 86_400 - 300);
        assertThat(seconds.get(1) - seconds.get(0)).isEqualTo(300);
        long newest = seconds.getLast();
        assertThat(seconds.stream().filter(second -> newest - second <= 3_600)).hasSize(361);
    }

    @Test
    void afterAPause_whatIsTooOldIsForgotten() {
        add(0, 100, 10);
        history.add(Samples.at(Duration.ofDays(2).toSeconds()));

        assertThat(seconds()).containsExactly(Duration.ofDays(2).toSeconds());
    }

    @Test
    void clockSetBack_forgetsWhatCannotBeCompared() {
        add(0, 100, 10);
        history.add(Samples.at(50));
        history.add(Samples.at(60));

        assertThat(seconds()).containsExactly(50L, 60L);
    }

    private void add(long from, long to, long step) {
        for (long second = from; second <= to; second += step) {
            history.add(Samples.at(second));
        }
    }

    private List<Long> seconds() {
        return history.samples().stream()
                .map(sample -> Duration.between(Samples.START, sample.at()).toSeconds())
                .toList();
    }
}
