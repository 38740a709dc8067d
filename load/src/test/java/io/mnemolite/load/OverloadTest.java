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
import io.mnemolite.load.server.RefusalFigures;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class OverloadTest {

    private static final int REQUESTS = 300;
    private static final long ENDED = 2_000_000_000;

    @Test
    void verdicts_promptRefusals_areKept() {
        assertThat(missed(Outcome.REFUSED, new RefusalFigures(REQUESTS, 297))).isEmpty();
    }

    @Test
    void verdicts_slowRefusals_areMissed() {
        assertThat(missed(Outcome.REFUSED, new RefusalFigures(REQUESTS, 296)))
                .containsExactly(
                        "By the server's own clock, from a request's head to its answer's end, 99 % of refusals"
                                + " take at most 5 ms: 98.7 % of the 300 that it counted, 300 at the generator.");
    }

    @Test
    void verdicts_refusalsThatTheServerDidNotCount_areMissed() {
        assertThat(missed(Outcome.REFUSED, new RefusalFigures(0, 0)))
                .singleElement()
                .asString()
                .endsWith("of the 0 that it counted, 300 at the generator.");
    }

    @Test
    void verdicts_failureOrNoAnswer_isMissed() {
        assertThat(missed(Outcome.FAILED, new RefusalFigures(0, 0)))
                .containsExactly(
                        "What is not answered is refused with Retry-After, and nothing else happens: 300 failed,"
                                + " 0 got no answer.");
        assertThat(missed(Outcome.PENDING, new RefusalFigures(0, 0)))
                .containsExactly("What is not answered is refused with Retry-After, and nothing else happens: 0 failed,"
                        + " 300 got no answer.");
    }

    private static List<String> missed(Outcome outcome, RefusalFigures refusals) {
        return Overload.verdicts(driven(outcome), List.of(), 0, refusals).stream()
                .filter(verdict -> !verdict.kept())
                .map(Verdict::sentence)
                .toList();
    }

    /** A second of requests that all end alike. */
    private static Driven driven(Outcome outcome) {
        Samples samples = new Samples();
        for (int request = 0; request < REQUESTS; request++) {
            long begun = request * 3_000_000L;
            samples.end(samples.begin(0, begun), begun + 1_000_000, outcome);
        }
        Phase peak = Phase.constant("10 times", 1, REQUESTS);
        CacheFigures.Reads none = new CacheFigures.Reads(0, 0);
        return new Driven(
                new Plan("overload", peak, List.of(peak), true, false, OptionalInt.empty()),
                samples,
                List.of(new PhaseResult(peak, Tally.of("peak", 1, samples.between(0, 1, ENDED)))),
                new CacheFigures(none, none, none),
                List.of(),
                true,
                ENDED);
    }
}
