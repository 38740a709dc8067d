package io.mnemolite.core.operation.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The samples of the last day: every one of the last hour, beyond it one each five minutes. Its size is bounded. Any thread
 * may use it.
 */
public final class SampleHistory {

    /** The time between two samples. */
    public static final Duration INTERVAL = Duration.ofSeconds(10);

    /** How far back the samples reach. */
    public static final Duration KEPT = Duration.ofHours(24);

    static final Duration RECENT = Duration.ofHours(1);
    static final Duration OLD_INTERVAL = Duration.ofMinutes(5);

    private final Deque<Sample> recent = new ArrayDeque<>();
    private final Deque<Sample> old = new ArrayDeque<>();

    /** Adds the newest sample. One that is not newer than those before means that the clock was set back: they are forgotten. */
    public synchronized void add(Sample sample) {
        if (!recent.isEmpty() && !sample.at().isAfter(recent.getLast().at())) {
            recent.clear();
            old.clear();
        }
        recent.addLast(sample);
        // What leaves the last hour has been kept among the old ones already.
        if (old.isEmpty() || !sample.at().isBefore(old.getLast().at().plus(OLD_INTERVAL))) {
            old.addLast(sample);
        }
        trim(recent, sample.at().minus(RECENT).minus(INTERVAL), (int) RECENT.dividedBy(INTERVAL) + 2);
        trim(old, sample.at().minus(KEPT).minus(OLD_INTERVAL), (int) KEPT.dividedBy(OLD_INTERVAL) + 2);
    }

    /** All samples, oldest first. */
    public synchronized List<Sample> samples() {
        List<Sample> samples = new ArrayList<>(old.size() + recent.size());
        if (!recent.isEmpty()) {
            Instant from = recent.getFirst().at();
            old.stream().takeWhile(sample -> sample.at().isBefore(from)).forEach(samples::add);
        }
        samples.addAll(recent);
        return samples;
    }

    private static void trim(Deque<Sample> samples, Instant from, int most) {
        while (samples.size() > most || samples.getFirst().at().isBefore(from)) {
            samples.removeFirst();
        }
    }
}
