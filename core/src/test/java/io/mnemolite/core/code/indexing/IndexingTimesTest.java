package io.mnemolite.core.code.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.core.change.WriteObserver;
import io.mnemolite.core.code.indexing.IndexingTimes.Step;
import io.mnemolite.core.code.store.CodeFileId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndexingTimesTest {

    private static final Duration A_WHILE = Duration.ofMillis(2);

    private final IndexingTimes times = new IndexingTimes();

    @Test
    void in_addsTheTimeOfItsStepAlone() {
        assertThat(times.in(Step.RESOLVE, () -> busy("answer"))).isEqualTo("answer");
        times.in(Step.RESOLVE, () -> busy("answer"));

        assertThat(times.sums().get(Step.RESOLVE)).isGreaterThanOrEqualTo(A_WHILE.multipliedBy(2));
        assertThat(times.sums()).containsEntry(Step.PARSE, Duration.ZERO).containsEntry(Step.INDEX, Duration.ZERO);
    }

    @Test
    void in_workThatFails_countsToo() {
        assertThatThrownBy(() -> times.in(Step.PARSE, () -> {
                    busy("");
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        assertThat(times.sums().get(Step.PARSE)).isGreaterThanOrEqualTo(A_WHILE);
    }

    @Test
    void timed_observer_isToldAndTimed() {
        List<CodeFileId> told = new ArrayList<>();
        CodeFileId id = CodeFileId.of("r", "a.py");

        times.timed((WriteObserver<CodeFileId>) ids -> {
                    busy("");
                    told.addAll(ids);
                })
                .written(List.of(id));

        assertThat(told).containsExactly(id);
        assertThat(times.sums().get(Step.INDEX)).isGreaterThanOrEqualTo(A_WHILE);
    }

    private static String busy(String answer) {
        long end = System.nanoTime() + A_WHILE.toNanos();
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        return answer;
    }
}
