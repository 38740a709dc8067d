package io.mnemolite.load;

import io.mnemolite.load.injection.Driven;
import io.mnemolite.load.injection.Generator;
import io.mnemolite.load.injection.Plan;
import io.mnemolite.load.result.Phase;
import io.mnemolite.load.result.PhaseResult;
import io.mnemolite.load.result.Tally;
import io.mnemolite.load.result.Verdict;
import io.mnemolite.load.server.CacheFigures;
import io.mnemolite.load.traffic.Events;
import io.mnemolite.load.traffic.Mix;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * Mixed traffic at a steady rate, which must be answered in time and without any error.
 *
 * @param name {@code normal} or {@code smoke}
 * @param longestP99 in milliseconds; empty when it ends before percentiles and hit rates mean anything, so that only
 *     errors count
 * @param isAlone whether nobody else asks the server
 */
record Normal(String name, Mix mix, int rate, int seconds, OptionalInt longestP99, boolean isAlone)
        implements Scenario {

    private static final double LEAST_HIT_RATE = 80;
    private static final int WARM_UP_SECONDS = 20;
    private static final int SHORT_WARM_UP_SECONDS = 3;

    @Override
    public Judged run(Generator generator) {
        Phase warmUp = Phase.constant("warm-up", longestP99.isEmpty() ? SHORT_WARM_UP_SECONDS : WARM_UP_SECONDS, rate);
        Driven driven = generator.run(
                new Plan(name, warmUp, List.of(Phase.constant("steady", seconds, rate)), false, false, longestP99));
        return new Judged(driven, verdicts(driven), summary -> {});
    }

    List<Verdict> verdicts(Driven driven) {
        PhaseResult steady = driven.phases().getFirst();
        Tally tally = steady.tally();
        CacheFigures.Reads reads = driven.caches().event();
        List<Verdict> verdicts = new ArrayList<>();
        verdicts.add(new Verdict(
                tally.answered() == tally.requests(),
                String.format(
                        Locale.ROOT,
                        "Every request is answered: of %d, %d failed, %d were refused, %d got no answer.",
                        tally.requests(),
                        tally.failed(),
                        tally.refused(),
                        tally.pending())));
        verdicts.add(new Verdict(
                steady.isReached(),
                String.format(Locale.ROOT, "The generator sends what it should: %.1f/s of %d/s.", tally.rate(), rate)));
        if (longestP99.isPresent()) {
            verdicts.add(new Verdict(
                    tally.p99() <= longestP99.getAsInt(),
                    String.format(Locale.ROOT, "p99 is at most %d ms: %.1f ms.", longestP99.getAsInt(), tally.p99())));
            verdicts.add(new Verdict(
                    reads.hitRate() >= LEAST_HIT_RATE,
                    String.format(
                            Locale.ROOT,
                            "The event cache answers at least %.0f %% of reads by id: %.1f %%.",
                            LEAST_HIT_RATE,
                            reads.hitRate())));
        }
        if (isAlone) {
            long byId = readsById(driven);
            verdicts.add(new Verdict(
                    reads.hits() + reads.misses() == byId,
                    String.format(
                            Locale.ROOT,
                            "The event cache counts reads by id and nothing that searches look up: %d of %d.",
                            reads.hits() + reads.misses(),
                            byId)));
        }
        verdicts.add(new Verdict(driven.keepsAssertions(), "The assertions of Gatling's report hold."));
        return verdicts;
    }

    private long readsById(Driven driven) {
        return driven.requests().stream()
                .filter(sample -> mix.shares().get(sample.share()).kind().equals(Events.READ))
                .count();
    }
}
