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
 * @param users how many ask, each again as soon as it has its answer, whatever the phases' rates; when empty, requests
 *     arrive at those rates, of callers who know nothing of each other
 */
public record Plan(
        String name,
        Phase warmUp,
        List<Phase> phases,
        boolean mayRefuse,
        boolean endsAtKnee,
        OptionalInt longestP99,
        OptionalInt users) {

    public Plan {
        phases = List.copyOf(phases);
    }

    /** One with open arrivals. */
    public Plan(
            String name,
            Phase warmUp,
            List<Phase> phases,
            boolean mayRefuse,
            boolean endsAtKnee,
            OptionalInt longestP99) {
        this(name, warmUp, phases, mayRefuse, endsAtKnee, longestP99, OptionalInt.empty());
    }

    /** One phase of so many users; refusals are counted. */
    public static Plan closed(String name, int users, int warmUpSeconds, int seconds) {
        return new Plan(
                name,
                Phase.unpaced("warm-up", warmUpSeconds),
                List.of(Phase.unpaced("measured", seconds)),
                true,
                false,
                OptionalInt.empty(),
                OptionalInt.of(users));
    }

    /** Seconds from the first measured request to the end of the last phase. */
    public int seconds() {
        return phases.stream().mapToInt(Phase::seconds).sum();
    }
}
