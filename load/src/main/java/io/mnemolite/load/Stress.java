package io.mnemolite.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.load.injection.Driven;
import io.mnemolite.load.injection.Generator;
import io.mnemolite.load.injection.Plan;
import io.mnemolite.load.result.Knee;
import io.mnemolite.load.result.Phase;
import io.mnemolite.load.result.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Rates that rise from step to step, well beyond the knee.
 *
 * @param warmUp what is sent before
 * @param firstRate of the first step, in requests a second
 * @param seconds of a step
 * @param factor from each step's rate to the next
 */
record Stress(String name, Phase warmUp, int firstRate, int seconds, double factor) implements Scenario {

    static final String NAME = "stress";

    private static final double FACTOR = 1.25;

    /** So long all steps take at most. */
    private static final int LONGEST_SECONDS = 170;

    private static final int WARM_UP_SECONDS = 20;

    private static final double LEAST_KNEE = 100;

    Stress(int firstRate, int seconds) {
        this(NAME, firstRate, seconds, FACTOR);
    }

    Stress(String name, int firstRate, int seconds, double factor) {
        this(name, Phase.constant("warm-up", WARM_UP_SECONDS, 2.0 * firstRate), firstRate, seconds, factor);
    }

    @Override
    public Judged run(Generator generator) {
        List<Phase> steps = new ArrayList<>();
        double rate = firstRate;
        for (int end = seconds; end <= LONGEST_SECONDS; end += seconds) {
            steps.add(Phase.constant(String.format(Locale.ROOT, "%.0f/s", rate), seconds, Math.rint(rate)));
            rate *= factor;
        }
        Driven driven = generator.run(new Plan(name, warmUp, steps, true, true, OptionalInt.empty()));
        Knee knee = Knee.of(driven.phases());
        long failed = driven.failed();
        return new Judged(
                driven,
                List.of(
                        new Verdict(
                                failed == 0,
                                "What is not answered is refused with Retry-After, and nothing else happens: " + failed
                                        + " failed."),
                        new Verdict(
                                knee.lastHeld().orElse(0) >= LEAST_KNEE,
                                "At least 100 requests/s are held: " + knee.sentence()),
                        new Verdict(driven.keepsAssertions(), "The assertions of Gatling's report hold.")),
                summary -> {
                    ObjectNode found = summary.putObject("knee");
                    put(found, "last_rate_held", knee.lastHeld());
                    put(found, "first_rate_with_p99_above_100_ms", knee.firstSlow());
                    put(found, "first_rate_with_refusals", knee.firstRefused());
                });
    }

    private static void put(ObjectNode node, String name, OptionalDouble rate) {
        if (rate.isPresent()) {
            node.put(name, rate.getAsDouble());
        } else {
            node.putNull(name);
        }
    }
}
