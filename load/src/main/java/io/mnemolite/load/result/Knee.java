package io.mnemolite.load.result;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;

/**
 * Where a server begins to fall behind, found in steps of rising rate; in requests a second.
 *
 * @param lastHeld the highest rate with p99 within 100 ms and neither refusal nor failure
 * @param firstSlow the lowest rate with p99 above 100 ms
 * @param firstRefused the lowest rate with a refusal
 */
public record Knee(OptionalDouble lastHeld, OptionalDouble firstSlow, OptionalDouble firstRefused) {

    /** So many steps in a row that were not held are no accident: there the ramp ends. */
    private static final int STEPS_BEYOND = 2;

    public static Knee of(List<PhaseResult> steps) {
        return new Knee(
                rates(steps, PhaseResult::isHeld).max(),
                rates(steps, PhaseResult::isSlow).min(),
                rates(steps, step -> step.tally().refused() > 0).min());
    }

    private static DoubleStream rates(List<PhaseResult> steps, Predicate<PhaseResult> wanted) {
        return steps.stream().filter(wanted).mapToDouble(step -> step.phase().rate());
    }

    /** Whether the steps so far have gone beyond the knee, or to what the generator can send. */
    public static boolean isPassed(List<PhaseResult> steps) {
        int size = steps.size();
        return size >= STEPS_BEYOND
                && steps.subList(size - STEPS_BEYOND, size).stream().noneMatch(PhaseResult::isHeld);
    }

    /** In one sentence. */
    public String sentence() {
        return "Last rate held " + shown(lastHeld) + "; first with p99 above 100 ms " + shown(firstSlow)
                + "; first with refusals " + shown(firstRefused) + ".";
    }

    private static String shown(OptionalDouble rate) {
        return rate.isPresent() ? String.format(Locale.ROOT, "%.0f/s", rate.getAsDouble()) : "none";
    }
}
