package io.mnemolite.load.result;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.load.result.Sample.Outcome;
import io.mnemolite.load.server.Prober.Probe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What came of a few seconds at a multiple of the knee. Times are in milliseconds.
 *
 * @param goodput answers a second that came within those seconds
 * @param refusalP95 of the time to a refusal, at the generator
 * @param refusalP99 the same
 * @param probes how many asked for the health of the server meanwhile
 * @param probeP99 of the time to their answer
 * @param probeLongest the longest of it
 * @param probesFailed those whose answer was not 200
 * @param recovery from the end of those seconds
 */
public record Peak(
        int multiple,
        PhaseResult result,
        double goodput,
        double refusalP95,
        double refusalP99,
        int probes,
        double probeP99,
        double probeLongest,
        long probesFailed,
        Recovery recovery) {

    private static final double LEAST_GOODPUT = 0.8;
    private static final double LONGEST_REFUSAL = 5;
    private static final double LONGEST_PROBE = 50;
    private static final double LONGEST_RECOVERY = 5;

    /**
     * When it was, in seconds since the first request.
     *
     * @param before until when everything was as usual
     * @param after until when it is watched for being so again
     */
    public record Span(int before, int begin, int end, int after) {}

    /**
     * @param probes of the whole run, by the clock of {@code samples}
     * @param nanos that clock at the end of the run
     */
    public static Peak of(
            int multiple, PhaseResult result, Samples samples, Span span, List<Probe> probes, long nanos) {
        List<Sample> all = samples.between(0, Double.MAX_VALUE, nanos);
        long[] refusals = samples.between(span.begin(), span.end(), nanos).stream()
                .filter(sample -> sample.outcome() == Outcome.REFUSED)
                .mapToLong(Sample::takenNanos)
                .sorted()
                .toArray();
        List<Probe> asked = probes.stream()
                .filter(probe -> samples.seconds(probe.begunNanos()) >= span.begin())
                .filter(probe -> samples.seconds(probe.begunNanos()) < span.end())
                .toList();
        long[] waits = asked.stream().mapToLong(Probe::takenNanos).sorted().toArray();
        return new Peak(
                multiple,
                result,
                new Completions(all).rate(span.begin(), span.end()),
                Tally.percentile(refusals, 95),
                Tally.percentile(refusals, 99),
                waits.length,
                Tally.percentile(waits, 99),
                Arrays.stream(waits).max().orElse(0) / 1e6,
                asked.stream().filter(probe -> probe.status() != 200).count(),
                Recovery.of(samples, span.before(), span.end(), span.after(), nanos));
    }

    /** @param most answers a second that the server gave at any rate */
    public List<Verdict> verdicts(double most) {
        List<Verdict> verdicts = new ArrayList<>();
        String begin = multiple + " times the knee"
                + (result.isReached()
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                " (not reached: %.0f/s of %.0f/s)",
                                result.tally().rate(),
                                result.phase().rate()))
                + ": ";
        double sent = result.tally().rate();
        verdicts.add(new Verdict(
                goodput >= LEAST_GOODPUT * Math.min(most, sent),
                String.format(
                        Locale.ROOT,
                        "%sat least 80 %% of %s: %.1f/s of %.1f/s.",
                        begin,
                        sent < most ? "what was sent" : "the highest goodput",
                        goodput,
                        Math.min(most, sent))));
        int refused = result.tally().refused();
        verdicts.add(new Verdict(
                refused == 0 || refusalP99 <= LONGEST_REFUSAL,
                begin
                        + (refused == 0
                                ? "nothing had to be refused, all that was too much could wait."
                                : String.format(
                                        Locale.ROOT,
                                        "refusals are at the generator within 5 ms: %d, p95 %.1f ms, p99 %.1f ms.",
                                        refused,
                                        refusalP95,
                                        refusalP99))));
        verdicts.add(new Verdict(
                probes > 0 && probesFailed == 0 && probeP99 <= LONGEST_PROBE,
                String.format(
                        Locale.ROOT,
                        "%s/health answers within 50 ms: %d asked, p99 %.1f ms, longest %.1f ms, %d not well.",
                        begin,
                        probes,
                        probeP99,
                        probeLongest,
                        probesFailed)));
        boolean isBack = recovery.seconds().isPresent() && recovery.seconds().getAsDouble() <= LONGEST_RECOVERY;
        verdicts.add(new Verdict(
                isBack,
                String.format(
                        Locale.ROOT,
                        "%s5 s later p99 is what it was before (%.1f ms): %s.",
                        begin,
                        recovery.usualP99(),
                        recovery.seconds().isPresent()
                                ? String.format(
                                        Locale.ROOT,
                                        "after %.0f s",
                                        recovery.seconds().getAsDouble())
                                : "not while it was watched")));
        return verdicts;
    }

    /** Fills a node of the summary. */
    public void put(ObjectNode node) {
        node.put("multiple", multiple)
                .put("wanted_rate", Summary.tenths(result.phase().rate()))
                .put("sent_rate", Summary.tenths(result.tally().rate()))
                .put("reached", result.isReached())
                .put("goodput", Summary.tenths(goodput))
                .put("refused", result.tally().refused())
                .put("refusal_p95_ms", Summary.tenths(refusalP95))
                .put("refusal_p99_ms", Summary.tenths(refusalP99))
                .put("health_p99_ms", Summary.tenths(probeP99))
                .put("health_longest_ms", Summary.tenths(probeLongest))
                .put("usual_p99_ms", Summary.tenths(recovery.usualP99()));
        if (recovery.seconds().isPresent()) {
            node.put("seconds_to_usual_p99", recovery.seconds().getAsDouble());
        } else {
            node.putNull("seconds_to_usual_p99");
        }
    }
}
