package io.mnemolite.server.front;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Counts and times every request by route: {@code api_requests_total}, {@code api_request_duration_seconds}. */
public final class RequestAccounts {

    private static final Duration[] BUCKETS = {
        Duration.ofNanos(250_000),
        Duration.ofMillis(1),
        Duration.ofNanos(2_500_000),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30)
    };

    private static final int UNAVAILABLE = 503;

    private static final long LONGEST_MICROS = TimeUnit.HOURS.toMicros(1);

    private final MeterRegistry registry;
    private final Map<Outcome, Counter> counters = new ConcurrentHashMap<>();
    private final Map<String, Latencies> latencies = new ConcurrentHashMap<>();

    private final Timer refusals;
    private final LongAdder answered = new LongAdder();
    private final LongAdder failed = new LongAdder();

    private record Outcome(String endpoint, String method, int status) {}

    private record Latencies(Timer timer, Histogram micros) {}

    public RequestAccounts(MeterRegistry registry) {
        this.registry = registry;
        this.refusals = Timer.builder("api.refused.duration")
                .description("Time from the request's head to the end of an answer with status 503")
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    /** Adds one answered request of a route template. */
    public void record(String endpoint, String method, int status, long nanos) {
        count(endpoint, method, status);
        if (status == UNAVAILABLE) {
            refusals.record(nanos, TimeUnit.NANOSECONDS);
        }
        Latencies of = latencies.computeIfAbsent(endpoint, this::latencies);
        of.timer().record(nanos, TimeUnit.NANOSECONDS);
        of.micros().recordValue(Math.min(LONGEST_MICROS, nanos / 1_000));
    }

    /** Adds one whose time says nothing, because its answer lasts as long as its caller listens. */
    public void count(String endpoint, String method, int status) {
        answered.increment();
        if (status >= 500) {
            failed.increment();
        }
        counters.computeIfAbsent(new Outcome(endpoint, method, status), this::counter)
                .increment();
    }

    /** All answered requests since the start, and those of them that the server could not do. */
    public Totals totals() {
        return new Totals(answered.sum(), failed.sum());
    }

    /** @param failed those with a status of 500 or more */
    public record Totals(long answered, long failed) {}

    /** Latencies per route since the start, in milliseconds. */
    public Map<String, Percentiles> percentiles() {
        Map<String, Percentiles> result = new TreeMap<>();
        latencies.forEach((endpoint, of) -> {
            Histogram histogram = of.micros().copy();
            result.put(
                    endpoint,
                    new Percentiles(
                            histogram.getTotalCount(),
                            histogram.getMean() / 1e3,
                            histogram.getValueAtPercentile(50) / 1e3,
                            histogram.getValueAtPercentile(95) / 1e3,
                            histogram.getValueAtPercentile(99) / 1e3,
                            histogram.getMaxValue() / 1e3));
        });
        return result;
    }

    /** Answered requests by {@code "METHOD route status"} since the start. */
    public Map<String, Long> counts() {
        Map<String, Long> result = new TreeMap<>();
        counters.forEach((outcome, counter) -> result.put(
                outcome.method() + " " + outcome.endpoint() + " " + outcome.status(), (long) counter.count()));
        return result;
    }

    /** Milliseconds. */
    public record Percentiles(long count, double avgMs, double p50Ms, double p95Ms, double p99Ms, double maxMs) {}

    private Counter counter(Outcome outcome) {
        return Counter.builder("api.requests")
                .description("Answered requests by route template, method and status")
                .tag("endpoint", outcome.endpoint())
                .tag("method", outcome.method())
                .tag("status", Integer.toString(outcome.status()))
                .register(registry);
    }

    private Latencies latencies(String endpoint) {
        Timer timer = Timer.builder("api.request.duration")
                .description("Time from the request's head to the answer's end")
                .tag("endpoint", endpoint)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
        return new Latencies(timer, new ConcurrentHistogram(LONGEST_MICROS, 2));
    }
}
