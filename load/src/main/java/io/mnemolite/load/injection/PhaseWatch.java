package io.mnemolite.load.injection;

import io.mnemolite.load.result.Knee;
import io.mnemolite.load.result.Phase;
import io.mnemolite.load.result.PhaseResult;
import io.mnemolite.load.result.Samples;
import io.mnemolite.load.result.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Says a line for each phase that is over, and knows when enough steps have been made. */
public final class PhaseWatch {

    /** So long after its end a phase is judged; what still waits then is slow in any case. */
    private static final double GRACE_SECONDS = 2;

    private final Plan plan;
    private final Samples samples;
    private final Consumer<String> console;
    private final List<PhaseResult> results = new ArrayList<>();
    private double judged;

    public PhaseWatch(Plan plan, Samples samples, Consumer<String> console) {
        this.plan = plan;
        this.samples = samples;
        this.console = console;
    }

    /** Judges what is over at {@code nanos}; whether the run can end. */
    public synchronized boolean look(long nanos) {
        double now = samples.seconds(nanos);
        while (results.size() < plan.phases().size()
                && !isEnough()
                && now >= judged + plan.phases().get(results.size()).seconds() + GRACE_SECONDS) {
            judge(nanos);
        }
        return isEnough();
    }

    /**
     * The result of each phase, now that its last answers are there; those that were left out are missing. To be called
     * when no more requests are sent.
     */
    public synchronized List<PhaseResult> finish(long nanos) {
        while (results.size() < plan.phases().size() && !isEnough()) {
            judge(nanos);
        }
        List<PhaseResult> last = new ArrayList<>();
        double begin = 0;
        for (PhaseResult result : results) {
            last.add(result(result.phase(), last.size(), begin, nanos));
            begin += result.phase().seconds();
        }
        return last;
    }

    private boolean isEnough() {
        return plan.endsAtKnee() && Knee.isPassed(results);
    }

    private void judge(long nanos) {
        Phase phase = plan.phases().get(results.size());
        PhaseResult result = result(phase, results.size(), judged, nanos);
        judged += phase.seconds();
        results.add(result);
        console.accept(line(result));
    }

    private PhaseResult result(Phase phase, int place, double begin, long nanos) {
        // The last phase also has what the generator sends late.
        boolean isLast = place == plan.phases().size() - 1;
        double end = isLast ? Double.MAX_VALUE : begin + phase.seconds();
        return new PhaseResult(phase, Tally.of(phase.name(), phase.seconds(), samples.between(begin, end, nanos)));
    }

    private static String line(PhaseResult result) {
        Tally tally = result.tally();
        double wanted = result.phase().rate();
        return String.format(
                Locale.ROOT,
                "  %-8s %s%5.0f/s sent, p50 %.1f ms, p99 %.1f ms, %d refused, %d failed, %d still wait%s",
                tally.name(),
                wanted > 0 ? String.format(Locale.ROOT, "%5.0f/s wanted, ", wanted) : "",
                tally.rate(),
                tally.p50(),
                tally.p99(),
                tally.refused(),
                tally.failed(),
                tally.pending(),
                result.isReached() ? "" : ", rate not reached");
    }
}
