package io.mnemolite.load;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.load.injection.Driven;
import io.mnemolite.load.injection.Generator;
import io.mnemolite.load.injection.Plan;
import io.mnemolite.load.result.Completions;
import io.mnemolite.load.result.Knee;
import io.mnemolite.load.result.Peak;
import io.mnemolite.load.result.Phase;
import io.mnemolite.load.result.Verdict;
import io.mnemolite.load.server.Api;
import io.mnemolite.load.server.Prober;
import io.mnemolite.load.server.RefusalFigures;
import io.mnemolite.load.server.TargetException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Several times what the server can do, each for a few seconds, with rest in between: what it answers, how soon it refuses,
 * whether its supervisor still hears of it, and how soon it is as before.
 *
 * @param api of the server, for who asks beside the generator
 * @param knownKnee in requests a second; measured first when empty
 * @param seconds of each peak
 */
record Overload(Api api, OptionalDouble knownKnee, int seconds) implements Scenario {

    static final String NAME = "overload";

    private static final int[] MULTIPLES = {2, 5, 10};
    private static final double LOW = 0.3;
    private static final double LEAST_PROMPT = 99;

    /** On one core the compilers need so long beside the work; a rate multiplied before is no multiple of what a server can. */
    private static final int WARM_UP_SECONDS = 60;

    private static final int SECONDS_BEFORE = 10;
    private static final int SECONDS_AFTER = 12;

    private static final double RATE_BEFORE_SEARCH = 60;
    private static final int SEARCHED_FROM = 15;
    private static final int SEARCH_SECONDS = 4;
    private static final double SEARCH_FACTOR = 1.5;

    private static final Duration BETWEEN_PROBES = Duration.ofMillis(100);

    @Override
    public String name() {
        return NAME;
    }

    /** What is known before: the rate that is multiplied, and the most that was answered at any rate. */
    private record Bounds(double knee, double goodput) {}

    @Override
    public Judged run(Generator generator) {
        Bounds bounds = knownKnee.isPresent() ? new Bounds(knownKnee.getAsDouble(), 0) : measured(generator);
        Plan plan = plan(bounds.knee());
        RefusalFigures refusalsBefore = refusals();
        Prober prober = Prober.start(api, "/health", BETWEEN_PROBES);
        Driven driven;
        try (prober) {
            driven = generator.run(plan);
        }
        RefusalFigures refusals = refusals().since(refusalsBefore);
        double goodput = Math.max(bounds.goodput(), new Completions(driven.requests()).highest(plan.phases()));
        List<Peak> peaks = new ArrayList<>();
        int begin = SECONDS_BEFORE;
        for (int i = 0; i < MULTIPLES.length; i++) {
            int place = 1 + 2 * i;
            peaks.add(Peak.of(
                    MULTIPLES[i],
                    driven.phases().get(place),
                    driven.samples(),
                    new Peak.Span(SECONDS_BEFORE, begin, begin + seconds, begin + seconds + SECONDS_AFTER),
                    prober.probes(),
                    driven.ended()));
            begin += seconds + SECONDS_AFTER;
        }
        return new Judged(
                driven,
                verdicts(driven, peaks, goodput, refusals),
                summary -> put(summary.putObject(NAME), bounds.knee(), goodput, peaks, refusals));
    }

    private Plan plan(double knee) {
        List<Phase> phases = new ArrayList<>();
        phases.add(Phase.constant("before", SECONDS_BEFORE, LOW * knee));
        for (int multiple : MULTIPLES) {
            phases.add(Phase.constant(multiple + " times", seconds, multiple * knee));
            phases.add(Phase.constant("after " + multiple, SECONDS_AFTER, LOW * knee));
        }
        return new Plan(
                NAME, Phase.constant("warm-up", WARM_UP_SECONDS, knee), phases, true, false, OptionalInt.empty());
    }

    private static Bounds measured(Generator generator) {
        Phase warmUp = Phase.constant("warm-up", WARM_UP_SECONDS, RATE_BEFORE_SEARCH);
        Driven search = new Stress("overload-knee", warmUp, SEARCHED_FROM, SEARCH_SECONDS, SEARCH_FACTOR)
                .run(generator)
                .driven();
        List<Phase> steps =
                search.phases().stream().map(result -> result.phase()).toList();
        double knee = Knee.of(search.phases())
                .lastHeld()
                .orElseThrow(() -> new TargetException("Not even " + SEARCHED_FROM
                        + " requests/s were held, so there is no knee to multiply; name one with --knee."));
        return new Bounds(knee, new Completions(search.requests()).highest(steps));
    }

    private RefusalFigures refusals() {
        return RefusalFigures.of(api.text("/metrics"));
    }

    static List<Verdict> verdicts(Driven driven, List<Peak> peaks, double goodput, RefusalFigures refusals) {
        List<Verdict> verdicts = new ArrayList<>();
        int pending = driven.phases().stream()
                .mapToInt(phase -> phase.tally().pending())
                .sum();
        verdicts.add(new Verdict(
                driven.failed() + pending == 0,
                "What is not answered is refused with Retry-After, and nothing else happens: " + driven.failed()
                        + " failed, " + pending + " got no answer."));
        for (Peak peak : peaks) {
            verdicts.addAll(peak.verdicts(goodput));
        }
        int refused = driven.phases().stream()
                .mapToInt(phase -> phase.tally().refused())
                .sum();
        // Without a refusal there is nothing to judge.
        if (refused > 0 || refusals.all() > 0) {
            verdicts.add(new Verdict(
                    refusals.all() >= refused && refusals.promptPercent() >= LEAST_PROMPT,
                    String.format(
                            Locale.ROOT,
                            "By the server's own clock, from a request's head to its answer's end, 99 %% of refusals"
                                    + " take at most 5 ms: %.1f %% of the %d that it counted, %d at the generator.",
                            refusals.promptPercent(),
                            refusals.all(),
                            refused)));
        }
        return verdicts;
    }

    private static void put(ObjectNode found, double knee, double goodput, List<Peak> peaks, RefusalFigures refusals) {
        found.put("knee", knee)
                .put("peak_goodput", Math.round(goodput * 10) / 10.0)
                .put("refusals", refusals.all())
                .put("refusals_within_5_ms_by_the_server", refusals.prompt());
        ArrayNode all = found.putArray("peaks");
        peaks.forEach(peak -> peak.put(all.addObject()));
    }
}
