package io.mnemolite.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.load.injection.Driven;
import io.mnemolite.load.injection.Generator;
import io.mnemolite.load.injection.Plan;
import io.mnemolite.load.result.Knee;
import io.mnemolite.load.result.Phase;
import io.mnemolite.load.result.PhaseResult;
import io.mnemolite.load.result.Recovery;
import io.mnemolite.load.result.Verdict;
import io.mnemolite.load.server.TargetException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * From well below the knee to far beyond it within a second, and back.
 *
 * @param knownKnee in requests a second; measured first when empty
 * @param seconds of the peak
 */
record Spike(OptionalDouble knownKnee, int seconds) implements Scenario {

    static final String NAME = "spike";

    private static final double LOW = 0.3;
    private static final double HIGH = 5;
    private static final int WARM_UP_SECONDS = 15;
    private static final int SECONDS_BEFORE = 12;
    private static final int SECONDS_OF_EDGE = 1;
    private static final int SECONDS_AFTER = 25;
    private static final int PROMISED_SECONDS = 5;

    /** The short search for a knee that nobody gave: where it begins, how long a step is, how fast it rises. */
    private static final int SEARCHED_FROM = 50;

    private static final int SEARCH_SECONDS = 4;
    private static final double SEARCH_FACTOR = 1.5;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Judged run(Generator generator) {
        double knee = knownKnee.orElseGet(() -> measured(generator));
        double low = LOW * knee;
        double high = HIGH * knee;
        List<Phase> phases = List.of(
                Phase.constant("before", SECONDS_BEFORE, low),
                new Phase("rise", SECONDS_OF_EDGE, low, high),
                Phase.constant("peak", seconds, high),
                new Phase("fall", SECONDS_OF_EDGE, high, low),
                Phase.constant("after", SECONDS_AFTER, low));
        Plan plan = new Plan(
                NAME, Phase.constant("warm-up", WARM_UP_SECONDS, low), phases, true, false, OptionalInt.empty());
        Driven driven = generator.run(plan);
        int end = plan.seconds();
        Recovery recovery = Recovery.of(driven.samples(), SECONDS_BEFORE, end - SECONDS_AFTER, end, driven.ended());
        PhaseResult peak = driven.phases().get(2);
        double multiple = peak.tally().rate() / knee;
        return new Judged(driven, verdicts(driven, recovery), summary -> {
            ObjectNode found = summary.putObject("spike");
            found.put("knee", knee)
                    .put("peak_wanted_multiple", HIGH)
                    .put("peak_sent_multiple", Math.round(multiple * 100) / 100.0)
                    .put("peak_reached", peak.isReached())
                    .put("usual_p99_ms", Math.round(recovery.usualP99() * 10) / 10.0);
            if (recovery.seconds().isPresent()) {
                found.put("seconds_to_usual_p99", recovery.seconds().getAsDouble());
            } else {
                found.putNull("seconds_to_usual_p99");
            }
        });
    }

    private static double measured(Generator generator) {
        Judged search = new Stress("knee", SEARCHED_FROM, SEARCH_SECONDS, SEARCH_FACTOR).run(generator);
        return Knee.of(search.driven().phases())
                .lastHeld()
                .orElseThrow(() -> new TargetException("Not even " + SEARCHED_FROM
                        + " requests/s were held, so there is no knee to multiply; name one with --knee."));
    }

    private static List<Verdict> verdicts(Driven driven, Recovery recovery) {
        long failed = driven.failed();
        int pending = driven.phases().stream()
                .mapToInt(phase -> phase.tally().pending())
                .sum();
        String back = recovery.seconds().isPresent()
                ? String.format(Locale.ROOT, "after %.0f s", recovery.seconds().getAsDouble())
                : "not within " + SECONDS_AFTER + " s";
        return List.of(
                new Verdict(
                        failed + pending == 0,
                        "What is not answered is refused with Retry-After, and nothing else happens: " + failed
                                + " failed, " + pending + " got no answer."),
                new Verdict(
                        recovery.seconds().orElse(Double.POSITIVE_INFINITY) <= PROMISED_SECONDS,
                        String.format(
                                Locale.ROOT,
                                "%d s after the spike p99 is back to what it was (%.1f ms): %s.",
                                PROMISED_SECONDS,
                                recovery.usualP99(),
                                back)),
                new Verdict(driven.keepsAssertions(), "The assertions of Gatling's report hold."));
    }
}
