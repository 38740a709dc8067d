package io.mnemolite.load.injection;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.load.result.Phase;
import io.mnemolite.load.result.PhaseResult;
import io.mnemolite.load.result.Sample.Outcome;
import io.mnemolite.load.result.Samples;
import io.mnemolite.load.result.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PhaseWatchTest {

    private static final long SECOND = 1_000_000_000;

    private final Samples samples = new Samples();
    private final List<String> console = new ArrayList<>();

    @Test
    void look_phaseOver_isJudgedAfterItsGrace() {
        PhaseWatch watch = watch(false, 4);
        send(0, 10, 1);
        assertThat(watch.look(11 * SECOND)).isFalse();
        assertThat(console).isEmpty();
        assertThat(watch.look(12 * SECOND)).isFalse();
        assertThat(console).singleElement().asString().contains("step 1", "20/s wanted", "20/s sent", "p99 1.0 ms");
    }

    @Test
    void look_twoSlowSteps_endsTheRamp() {
        PhaseWatch watch = watch(true, 4);
        send(0, 10, 1);
        send(10, 30, 400);
        assertThat(watch.look(25 * SECOND)).isFalse();
        assertThat(watch.look(32 * SECOND)).isTrue();
        assertThat(watch.finish(40 * SECOND)).hasSize(3);
    }

    @Test
    void finish_everyPhase_hasItsOwnRequests() {
        PhaseWatch watch = watch(false, 3);
        send(0, 30, 1);
        // Sent late, after the last phase: it is not lost.
        samples.begin(0, 31 * SECOND);
        assertThat(watch.finish(40 * SECOND))
                .extracting(result -> result.tally().requests())
                .containsExactly(200, 200, 201);
    }

    @Test
    void finish_answersAfterTheGrace_areCounted() {
        PhaseWatch watch = watch(false, 2);
        int late = samples.begin(0, 0);
        send(0, 20, 1);
        watch.look(15 * SECOND);
        assertThat(console).singleElement().asString().endsWith("0 refused, 0 failed, 1 still wait");
        samples.end(late, 18 * SECOND, Outcome.REFUSED);
        assertThat(watch.finish(40 * SECOND).getFirst().tally())
                .returns(1, Tally::refused)
                .returns(0, Tally::pending)
                .returns(200, Tally::answered);
    }

    @Test
    void finish_generatorFallsBehind_rateIsNotReached() {
        PhaseWatch watch = watch(false, 2);
        send(0, 12, 1);
        List<PhaseResult> results = watch.finish(40 * SECOND);
        assertThat(results).extracting(PhaseResult::isReached).containsExactly(true, false);
        assertThat(console.getLast()).endsWith("rate not reached");
    }

    private PhaseWatch watch(boolean endsAtKnee, int steps) {
        List<Phase> phases = new ArrayList<>();
        for (int step = 1; step <= steps; step++) {
            phases.add(Phase.constant("step " + step, 10, 20));
        }
        Plan plan = new Plan("ramp", Phase.constant("warm-up", 1, 1), phases, true, endsAtKnee, OptionalInt.empty());
        return new PhaseWatch(plan, samples, console::add);
    }

    private void send(int fromSecond, int toSecond, int millis) {
        for (int request = fromSecond * 20; request < toSecond * 20; request++) {
            long begun = request * SECOND / 20;
            samples.end(samples.begin(0, begun), begun + millis * 1_000_000L, Outcome.ANSWERED);
        }
    }
}
