package io.mnemolite.core.secret;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was taken out of a write, for whoever asked for it. {@link #counted} binds a collector to the thread that does the
 * work; wherever it is redacted on that thread, behind however many decorators, is added to it. Where none is bound, nothing
 * is collected.
 */
public final class Redactions {

    private static final ScopedValue<SortedMap<String, Integer>> CURRENT = ScopedValue.newInstance();

    private Redactions() {}

    /** What may be redacted while it runs. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T run() throws E;
    }

    /**
     * What the work answered, and how many secrets were replaced meanwhile.
     *
     * @param byKind how many of each kind there were, in the order of the kinds; only those that there were
     */
    public record Counted<T>(T result, Map<String, Integer> byKind) {

        public Counted {
            byKind = Collections.unmodifiableMap(new TreeMap<>(byKind));
        }

        /** How many there were of all kinds. */
        public int total() {
            return byKind.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** Does the work on this thread and counts. A count within another counts for itself alone. */
    public static <T, E extends Exception> Counted<T> counted(Work<T, E> work) throws E {
        SortedMap<String, Integer> counts = new TreeMap<>();
        ScopedValue.CallableOp<T, E> operation = work::run;
        T result = ScopedValue.where(CURRENT, counts).call(operation);
        return new Counted<>(result, counts);
    }

    static void add(String kind) {
        if (CURRENT.isBound()) {
            CURRENT.get().merge(kind, 1, Integer::sum);
        }
    }
}
