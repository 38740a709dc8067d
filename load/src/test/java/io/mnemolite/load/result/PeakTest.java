package io.mnemolite.load.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.load.result.Sample.Outcome;
import io.mnemolite.load.server.Prober.Probe;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeakTest {

    private static final long SECOND = 1_000_000_000;
    private static final long MILLI = 1_000_000;
    private static final int BEGIN = 10;
    private static final int END = 15;
    private static final int AFTER = 25;
    private static final int BACKLOG_SECONDS = 6;

    private final Samples samples = new Samples();

    @Test
    void verdicts_asPromised_areKept() {
        drive(100, 40, 3, 2);
        assertThat(missed(peak(100, 20), 50)).isEmpty();
    }

    @Test
    void verdicts_answersAfterThePeak_areNoGoodputOfIt() {
        drive(100, 40, 3, 2);
        samples.end(samples.begin(0, BEGIN * SECOND), END * SECOND, Outcome.ANSWERED);
        assertThat(peak(100, 20).goodput()).isEqualTo(40);
        assertThat(missed(peak(100, 20), 51))
                .singleElement()
                .asString()
                .startsWith("10 times the knee: at least 80 % of the highest goodput: ");
    }

    @Test
    void verdicts_lessSentThanCouldBeAnswered_isComparedWithThat() {
        drive(100, 79, 3, 2);
        assertThat(missed(peak(100, 20), 200))
                .containsExactly("10 times the knee: at least 80 % of what was sent: 79.0/s of 100.0/s.");
        assertThat(missed(peak(100, 20), 98)).isEmpty();
    }

    @Test
    void verdicts_slowRefusals_areMissed() {
        drive(100, 40, 6, 2);
        assertThat(missed(peak(100, 20), 50))
                .containsExactly("10 times the knee: refusals are at the generator within 5 ms: 300, p95 6.0 ms, p99"
                        + " 6.0 ms.");
    }

    @Test
    void verdicts_rateNotReached_isSaid() {
        drive(100, 40, 6, 2);
        assertThat(missed(peak(10_000, 20), 50))
                .singleElement()
                .asString()
                .startsWith("10 times the knee (not reached: 100/s of 10000/s): refusals");
    }

    @Test
    void verdicts_slowOrUnwellHealth_isMissed() {
        drive(100, 40, 3, 2);
        assertThat(missed(peak(100, 51), 50))
                .containsExactly("10 times the knee: /health answers within 50 ms: 2 asked, p99 51.0 ms, longest 51.0"
                        + " ms, 1 not well.");
    }

    @Test
    void verdicts_backlogTooLong_isMissed() {
        drive(100, 40, 3, BACKLOG_SECONDS);
        assertThat(missed(peak(100, 20), 50))
                .containsExactly("10 times the knee: 5 s later p99 is what it was before (10.0 ms): after 6 s.");
    }

    private List<String> missed(Peak peak, double most) {
        return peak.verdicts(most).stream()
                .filter(verdict -> !verdict.kept())
                .map(Verdict::sentence)
                .toList();
    }

    /** Ten seconds as usual, a peak of which some are refused, and a backlog that drains. */
    private void drive(int rate, int answered, int refusalMillis, int backlogSeconds) {
        for (int second = 0; second < AFTER; second++) {
            boolean isPeak = second >= BEGIN && second < END;
            boolean isBehind = second >= END && second < END + backlogSeconds;
            int sent = isPeak ? rate : 20;
            for (int request = 0; request < sent; request++) {
                long begun = second * SECOND + request * SECOND / sent;
                int place = samples.begin(0, begun);
                boolean isRefused = isPeak && request >= answered;
                long millis = isRefused ? refusalMillis : isBehind ? 900 : 10;
                samples.end(place, begun + millis * MILLI, isRefused ? Outcome.REFUSED : Outcome.ANSWERED);
            }
        }
    }

    private Peak peak(int wanted, int probeMillis) {
        Phase phase = Phase.constant("peak", END - BEGIN, wanted);
        long ended = AFTER * SECOND;
        Tally tally = Tally.of("peak", END - BEGIN, samples.between(BEGIN, END, ended));
        List<Probe> probes = List.of(
                new Probe(2 * SECOND, 400 * MILLI, 200, ""),
                new Probe(11 * SECOND, MILLI, 200, ""),
                new Probe(12 * SECOND, probeMillis * MILLI, probeMillis > 50 ? 503 : 200, ""));
        return Peak.of(
                10, new PhaseResult(phase, tally), samples, new Peak.Span(BEGIN, BEGIN, END, AFTER), probes, ended);
    }
}
