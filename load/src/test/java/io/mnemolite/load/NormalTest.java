package io.mnemolite.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.load.injection.Driven;
import io.mnemolite.load.injection.Plan;
import io.mnemolite.load.result.Phase;
import io.mnemolite.load.result.PhaseResult;
import io.mnemolite.load.result.Sample.Outcome;
import io.mnemolite.load.result.Samples;
import io.mnemolite.load.result.Tally;
import io.mnemolite.load.result.Verdict;
import io.mnemolite.load.server.CacheFigures;
import io.mnemolite.load.traffic.Events;
import io.mnemolite.load.traffic.Keys;
import io.mnemolite.load.traffic.Mix;
import io.mnemolite.load.traffic.SampleRepository;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class NormalTest {

    private static final int RATE = 100;
    private static final Mix MIX = Mix.over(
            new Keys(
                    List.of("event"), List.of("why"), List.of("node"), List.of("symbol"), new SampleRepository("r", 3)),
            1);

    private static final Normal NORMAL = new Normal("normal", MIX, RATE, 1, OptionalInt.of(100), true);
    private static final Normal SMOKE = new Normal("smoke", MIX, RATE, 1, OptionalInt.empty(), true);

    @Test
    void verdicts_allAsPromised_areKept() {
        assertThat(missed(NORMAL, driven(Outcome.ANSWERED, 20, 80, 20))).isEmpty();
    }

    @Test
    void verdicts_oneRefusal_isMissed() {
        assertThat(missed(NORMAL, driven(Outcome.REFUSED, 20, 80, 20)))
                .containsExactly("Every request is answered: of 100, 0 failed, 1 were refused, 0 got no answer.");
    }

    @Test
    void verdicts_oneFailure_isMissedEvenInASmokeRun() {
        assertThat(missed(SMOKE, driven(Outcome.FAILED, 20, 80, 20)))
                .containsExactly("Every request is answered: of 100, 1 failed, 0 were refused, 0 got no answer.");
    }

    @Test
    void verdicts_slow_isMissedUnlessItIsASmokeRun() {
        assertThat(missed(NORMAL, driven(Outcome.ANSWERED, 101, 80, 20)))
                .containsExactly("p99 is at most 100 ms: 101.0 ms.");
        assertThat(missed(SMOKE, driven(Outcome.ANSWERED, 101, 80, 20))).isEmpty();
    }

    @Test
    void verdicts_fewHits_isMissedUnlessItIsASmokeRun() {
        assertThat(missed(NORMAL, driven(Outcome.ANSWERED, 20, 79, 21)))
                .containsExactly("The event cache answers at least 80 % of reads by id: 79.0 %.");
        assertThat(missed(SMOKE, driven(Outcome.ANSWERED, 20, 79, 21))).isEmpty();
    }

    @Test
    void verdicts_cacheAskedMoreOftenThanByReads_isMissed() {
        assertThat(missed(NORMAL, driven(Outcome.ANSWERED, 20, 90, 20)))
                .containsExactly("The event cache counts reads by id and nothing that searches look up: 110 of 100.");
    }

    private static List<String> missed(Normal scenario, Driven driven) {
        return scenario.verdicts(driven).stream()
                .filter(verdict -> !verdict.kept())
                .map(Verdict::sentence)
                .toList();
    }

    /** A second of reads by id, of which the first ends as {@code first}. */
    private static Driven driven(Outcome first, int millis, int hits, int misses) {
        int read = MIX.shares().stream().map(share -> share.kind()).toList().indexOf(Events.READ);
        Samples samples = new Samples();
        for (int request = 0; request < RATE; request++) {
            long begun = request * 10_000_000L;
            int place = samples.begin(read, begun);
            samples.end(place, begun + millis * 1_000_000L, request == 0 ? first : Outcome.ANSWERED);
        }
        Phase steady = Phase.constant("steady", 1, RATE);
        long ended = 2_000_000_000;
        Tally tally = Tally.of("steady", 1, samples.between(0, 1, ended));
        CacheFigures.Reads none = new CacheFigures.Reads(0, 0);
        return new Driven(
                new Plan("normal", steady, List.of(steady), false, false, OptionalInt.empty()),
                samples,
                List.of(new PhaseResult(steady, tally)),
                new CacheFigures(new CacheFigures.Reads(hits, misses), none, none),
                List.of(),
                true,
                ended);
    }
}
