package io.mnemolite.load.injection;

import io.mnemolite.load.result.Phase;
import java.util.List;
import java.util.OptionalInt;

/**
 * One run of the generator.
 *
 * @param name of its report
 * @param warmUp what is sent before anything counts
 * @param phases what is measured, one after the other
 * @param mayRefuse whether 503 with Retry-After is an answer, as beyond the knee, or an error
 * @param endsAtKnee whether the phases are steps, of which those well beyond the knee are left out
 * @param longestP99 what Gatling's report asserts of all answers, in milliseconds
 */
public record Plan(
        String name, Phase warmUp, List<Phase> phases, boolean mayRefuse, boolean endsAtKnee, OptionalInt longestP99) {

    public Plan {
        phases = List.copyOf(phases);
    }

    /** Seconds from the first measured request to the end of the last phase. */
    public int seconds() {
        return phases.stream().mapToInt(Phase::seconds).sum();
    }
}
