package io.mnemolite.load.injection;

import io.mnemolite.load.result.PhaseResult;
import io.mnemolite.load.result.Sample;
import io.mnemolite.load.result.Samples;
import io.mnemolite.load.server.CacheFigures;
import java.util.List;

/**
 * What a run of the generator observed, the warm-up left out.
 *
 * @param caches what the caches were asked within the measured phases
 * @param failures a line for each kind of failure
 * @param keepsAssertions whether Gatling's own assertions hold
 * @param ended the clock of {@code samples} when the last request was over
 */
public record Driven(
        Plan plan,
        Samples samples,
        List<PhaseResult> phases,
        CacheFigures caches,
        List<String> failures,
        boolean keepsAssertions,
        long ended) {

    /** What was sent within those phases; of a ramp that ended at the knee the rest is left out. */
    public List<Sample> requests() {
        return samples.between(0, plan.endsAtKnee() ? seconds() : Double.MAX_VALUE, ended);
    }

    /** Requests that failed, in whatever phase. */
    public long failed() {
        return samples.between(0, Double.MAX_VALUE, ended).stream()
                .filter(sample -> sample.outcome() == Sample.Outcome.FAILED)
                .count();
    }

    /** Seconds of the phases that were driven. */
    public double seconds() {
        return phases.stream().mapToDouble(result -> result.phase().seconds()).sum();
    }
}
