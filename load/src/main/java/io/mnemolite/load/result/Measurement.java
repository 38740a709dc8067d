package io.mnemolite.load.result;

import io.mnemolite.load.server.CacheFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one configuration did with one mix, in one round or in several together.
 *
 * @param samples the requests of all rounds
 * @param seconds of all rounds
 * @param caches what the caches were asked
 * @param rates requests a second of each round
 */
public record Measurement(
        List<Sample> samples, double seconds, CacheFigures caches, Connections connections, List<Double> rates) {

    public Measurement {
        samples = List.copyOf(samples);
        rates = List.copyOf(rates);
    }

    /** Of one round. */
    public static Measurement of(List<Sample> samples, double seconds, CacheFigures caches, Connections connections) {
        return new Measurement(samples, seconds, caches, connections, List.of(samples.size() / seconds));
    }

    /** All requests. */
    public Tally tally() {
        return Tally.of("all", seconds, samples);
    }

    /** Requests that failed, were refused, or got no answer. */
    public int unanswered() {
        Tally tally = tally();
        return tally.requests() - tally.answered();
    }

    /** Both together. */
    public Measurement plus(Measurement other) {
        List<Sample> all = new ArrayList<>(samples);
        all.addAll(other.samples);
        return new Measurement(
                all,
                seconds + other.seconds,
                caches.plus(other.caches),
                connections.plus(other.connections),
                Stream.concat(rates.stream(), other.rates.stream()).toList());
    }
}
