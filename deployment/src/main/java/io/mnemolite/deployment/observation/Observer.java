package io.mnemolite.deployment.observation;

import io.mnemolite.deployment.balancer.Balancer;
import io.mnemolite.deployment.balancer.ServerTraffic;
import io.mnemolite.deployment.plan.Slot;
import io.mnemolite.deployment.slot.Pause;
import io.mnemolite.deployment.slot.SlotClient;
import io.mnemolite.deployment.slot.SlotClient.Answer;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;

/** Watches a slot: reads of the deployer's own for the latency, the balancer's counters for the errors of callers. */
public final class Observer {

    private static final Duration INTERVAL = Duration.ofMillis(25);

    /** So many failed probes in a row mean that nobody is there. */
    private static final int SILENCE = 3;

    /** So few errors are no rate. */
    private static final int PARDONED_ERRORS = 2;

    private final Balancer balancer;
    private final Slot slot;
    private final SlotClient client;
    private final Reads reads;
    private final DoubleStream.Builder millis = DoubleStream.builder();
    private int probes;
    private int slow;
    private int failedInARow;
    private int failed;

    public Observer(Balancer balancer, Slot slot, SlotClient client, Reads reads) {
        this.balancer = balancer;
        this.slot = slot;
        this.client = client;
        this.reads = reads;
    }

    /** How the slot serves during this time. */
    public Measured measure(Duration time) {
        ServerTraffic start = balancer.traffic(slot);
        long end = System.nanoTime() + time.toNanos();
        do {
            probe(Double.MAX_VALUE);
            Pause.of(INTERVAL);
        } while (System.nanoTime() < end);
        return measured(start);
    }

    /**
     * Watches for this time, or until something is certainly wrong.
     *
     * @param stop a sentence when the watch shall end at once
     * @return why the release must go; empty when it may stay
     */
    public Verdict watch(Duration time, Limits limits, Measured before, Supplier<Optional<String>> stop) {
        double limit = limits.latencyMillis(before);
        ServerTraffic start = balancer.traffic(slot);
        long end = System.nanoTime() + time.toNanos();
        long expected = time.toMillis() / INTERVAL.toMillis();
        do {
            probe(limit);
            Optional<String> stopped = stop.get();
            if (stopped.isPresent()) {
                return new Verdict(measured(start), stopped);
            }
            if (failedInARow >= SILENCE) {
                return new Verdict(
                        measured(start), Optional.of("It does not answer: " + failedInARow + " reads failed."));
            }
            if (slow > Math.max(4, expected / 100)) {
                break;
            }
            Pause.of(INTERVAL);
        } while (System.nanoTime() < end);
        Measured now = measured(start);
        return new Verdict(now, limits.objection(before, now));
    }

    /** What was seen, and why the release must go; empty when it may stay. */
    public record Verdict(Measured measured, Optional<String> objection) {}

    private void probe(double limitMillis) {
        Answer answer = reads.read(client, probes);
        probes++;
        millis.add(answer.millis());
        if (answer.millis() > limitMillis) {
            slow++;
        }
        // What was deleted since it was listed is no fault of the server.
        boolean isFailed = answer.status() == 0 || answer.status() >= 500;
        failedInARow = isFailed ? failedInARow + 1 : 0;
        failed += isFailed ? 1 : 0;
    }

    private Measured measured(ServerTraffic start) {
        ServerTraffic since = balancer.traffic(slot).since(start);
        double callers = since.errors() <= PARDONED_ERRORS ? 0 : since.errorRate();
        double own = failed <= PARDONED_ERRORS ? 0 : failed / (double) probes;
        return Measured.of(millis.build().toArray(), Math.max(callers, own));
    }
}
