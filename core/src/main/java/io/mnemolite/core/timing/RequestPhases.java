package io.mnemolite.core.timing;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * How long one request has spent in each {@link Phase}. It is bound to the thread that serves the request; where none is
 * bound, which is the rule, measuring costs a look at that binding. A thread that works for the request, such as a load of a
 * cache, carries it on. While two of them work, a moment belongs to the phase of the one that works beside the other.
 */
public final class RequestPhases {

    private static final ScopedValue<RequestPhases> CURRENT = ScopedValue.newInstance();

    private final Map<Phase, AtomicLong> nanos = new EnumMap<>(Phase.class);

    public RequestPhases() {
        for (Phase phase : Phase.values()) {
            nanos.put(phase, new AtomicLong());
        }
    }

    /** What is measured for its time in a phase. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T run() throws E;
    }

    /** Does the work with this bound to the thread. */
    public <T> T call(Callable<T> work) throws Exception {
        return ScopedValue.where(CURRENT, this).call(work::call);
    }

    /** Does the work and adds its time to a phase, without the time that the work itself adds to other phases. */
    public static <T, E extends Exception> T timed(Phase phase, Work<T, E> work) throws E {
        if (!CURRENT.isBound()) {
            return work.run();
        }
        RequestPhases current = CURRENT.get();
        long before = current.total();
        long start = System.nanoTime();
        try {
            return work.run();
        } finally {
            long others = current.total() - before;
            current.add(phase, Math.max(0, System.nanoTime() - start - others));
        }
    }

    /** The same work for another thread, which adds to what is bound here. */
    public static <T> Supplier<T> carried(Supplier<T> work) {
        if (!CURRENT.isBound()) {
            return work;
        }
        RequestPhases current = CURRENT.get();
        return () -> ScopedValue.where(CURRENT, current).call(work::get);
    }

    public void add(Phase phase, long nanoseconds) {
        of(phase).addAndGet(nanoseconds);
    }

    /** Nanoseconds in a phase. */
    public long nanos(Phase phase) {
        return of(phase).get();
    }

    /** Nanoseconds in all phases. */
    public long total() {
        return nanos.values().stream().mapToLong(AtomicLong::get).sum();
    }

    private AtomicLong of(Phase phase) {
        return Objects.requireNonNull(nanos.get(phase));
    }
}
